import { randomBytes } from 'node:crypto';
import { setUpSecretariat } from '../modules/members/index.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withApp } from './with-app.ts';

/** Makes a person with a fresh password, told this once; an owner of the secretariat when asked. */
export const addUserCommand = (input: { email: string; name: string; secretariat: boolean }): Promise<Told> =>
  withApp(async (app) => {
    const { email, name } = input;
    const password = randomBytes(12).toString('base64url');
    const { userId } = await app.auth.createUser({ email, name, password });
    if (input.secretariat) {
      await app.database.db.transaction().execute(async (trx) => {
        const organisation = await setUpSecretariat(trx, email);
        await app.auth.createOwner(trx, { ...organisation, ownerUserId: userId });
      });
    }
    const value = { userId, email, password, secretariat: input.secretariat };
    return { lines: [message(terminalLanguage, 'cli.userAdded', { email, password })], value };
  });

import type { Db } from '../../platform/db/database.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import type { Ground } from '../../platform/module.ts';
import { addresseeOf, namesOf } from '../members/index.ts';

export type TellGround = Pick<Ground, 'mail' | 'config'>;

/** Writes to organisations of an introduction, each in its own language; one that isn't admitted any more gets nothing. */
export async function tellOf(
  trx: Db,
  ground: TellGround,
  {
    id,
    template,
    to,
    asker,
    target,
  }: {
    id: string;
    template: 'network.asked' | 'network.wanted' | 'network.introduced';
    to: readonly string[];
    asker: string;
    target: string;
  },
): Promise<void> {
  const names = await namesOf(trx, [asker, target]);
  for (const organisationId of to) {
    const addressee = await addresseeOf(trx, organisationId);
    if (!addressee) continue;
    const { email, person, language } = addressee;
    await ground.mail.send(trx, {
      to: email,
      template,
      params: {
        person,
        asker: textIn(names.get(asker) ?? {}, language),
        target: textIn(names.get(target) ?? {}, language),
        link: `${ground.config.publicUrl}/introductions/${id}`,
      },
      language,
    });
  }
}

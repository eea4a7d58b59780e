import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { largestChargeList } from '@jiechuan/contract';
import { importRates } from '../modules/markets/index.ts';
import { systemActor } from '../platform/actor.ts';
import { defineProblems, Problem } from '../platform/errors.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withApp } from './with-app.ts';

const problems = defineProblems('cli', { noFile: 404 });

/** Brings rates of exchange in: all of a list or none of it. */
export async function importRatesCommand(file: string): Promise<Told> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Problem(problems.noFile, { file });
  return withApp(async (app) => {
    const taken = await app.database.db.transaction().execute((trx) =>
      importRates(trx, systemActor('command line'), {
        content: createReadStream(file),
        maxBytes: largestChargeList,
      }),
    );
    return { lines: [message(terminalLanguage, 'cli.ratesImported', { ...taken })], value: taken };
  });
}

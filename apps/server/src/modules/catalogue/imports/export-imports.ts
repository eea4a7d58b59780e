import { mostSheetRows, type exportImportsCsv as endpoint, type QueryOf } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { sheetOf, type SheetRows } from '../../../platform/sheets/index.ts';
import { catalogueProblems } from '../problems.ts';
import { listImports } from './get-import.ts';

/** Refuses a list that is longer than a sheet takes. @throws Problem catalogue.tooManyImports */
export const tooManyImports = (): never => {
  throw new Problem(catalogueProblems.tooManyImports, { most: mostSheetRows });
};

const counts = [
  'rowsTotal',
  'rowsRead',
  'good',
  'bad',
  'created',
  'updated',
  'unchanged',
  'incomplete',
] as const;

/** The imports of the actor's own enterprise, newest first, and what came of each. @throws Problem catalogue.tooManyImports */
export function importsSheet(trx: Db, actor: Actor, query: QueryOf<typeof endpoint>): SheetRows {
  const say = (code: string) => message(actor.language, `catalogue.${code}`);
  return sheetOf(
    ['file', 'format', 'state', 'sent', 'ended', ...counts].map((column) => say(`importSheet.${column}`)),
    (cursor) => listImports(trx, actor, { ...query, ...cursor, limit: 100, sort: 'newest' }),
    (one) => [
      one.fileName,
      one.format.toUpperCase(),
      say(`importState.${one.state}`),
      one.createdAt,
      one.finishedAt ?? '',
      ...counts.map((count) => String(one.progress[count])),
    ],
    tooManyImports,
  );
}

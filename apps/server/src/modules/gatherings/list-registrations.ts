import {
  mostSheetRows,
  type exportRegistrationsCsv,
  type listRegistrations as endpoint,
  type QueryOf,
  type Registration,
  type ResponseOf,
} from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { textIn } from '../../platform/i18n/text-in.ts';
import { sheetOf, type SheetRows } from '../../platform/sheets/index.ts';
import { findKept } from './gathering.sql.ts';
import { presentRegistrations } from './present.ts';
import { gatheringsProblems } from './problems.ts';
import { gatherings } from './tables.ts';

/** Registrations for a gathering that the actor keeps, in the order they were first made. @throws Problem platform.notFound */
export async function listRegistrations(
  trx: Db,
  actor: Actor,
  { id, cursor, limit, state }: { id: string } & QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  await findKept(trx, actor, id);
  const from = readIdCursor(cursor);
  const all = gatherings(trx)
    .selectFrom('gathering_registration')
    .where('gathering_id', '=', id)
    .$if(state !== undefined, (query) => query.where('state', '=', state!));
  const rows = await all
    .selectAll()
    .$if(from !== undefined, (query) => query.where('id', '>', from!))
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const { count } = await all
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await presentRegistrations(trx, shown),
    nextCursor: rows.length > limit && last ? writeCursor([last.id]) : null,
    total: count,
  };
}

const columns = [
  'organisation',
  'person',
  'state',
  'askedAt',
  'checkedInAt',
  'rating',
  'feedback',
  'note',
] as const;

/** The list as a sheet, worded in the reader's language. @throws Problem platform.notFound, gatherings.exportTooLarge */
export function registrationsSheet(
  trx: Db,
  actor: Actor,
  query: { id: string } & QueryOf<typeof exportRegistrationsCsv>,
): SheetRows {
  const { language } = actor;
  const say = (code: string) => message(language, `gatherings.${code}`);
  const cells = (one: Registration): Record<(typeof columns)[number], string> => ({
    organisation: textIn(one.organisation.names, language),
    person: one.person,
    state: say(`state.${one.state}`),
    askedAt: one.askedAt,
    checkedInAt: one.checkedInAt ?? '',
    rating: one.feedback ? String(one.feedback.rating) : '',
    feedback: one.feedback?.text ?? '',
    note: one.note ?? '',
  });
  return sheetOf(
    columns.map((column) => say(`sheet.${column}`)),
    (cursor) => listRegistrations(trx, actor, { ...query, ...cursor, limit: 100 }),
    (one) => {
      const row = cells(one);
      return columns.map((column) => row[column]);
    },
    tooLarge,
  );
}

/** @throws Problem gatherings.exportTooLarge */
export const tooLarge = (): never => {
  throw new Problem(gatheringsProblems.exportTooLarge, { most: mostSheetRows });
};

import type { Db } from '../../../platform/db/database.ts';
import { tours, type KeptVisa, type VisaNoteRow } from './tables.ts';

/** Corrections and reviews, by country. */
export const visaRows = (trx: Db): Promise<VisaNoteRow[]> =>
  tours(trx).selectFrom('visa_note').selectAll().execute();

export const visaRow = (trx: Db, country: string): Promise<VisaNoteRow | undefined> =>
  tours(trx).selectFrom('visa_note').selectAll().where('country', '=', country).executeTakeFirst();

/** The row of a country, made from the note that it comes with where there is none, and locked. */
export async function lockVisa(trx: Db, country: string, shipped: KeptVisa): Promise<VisaNoteRow> {
  await tours(trx)
    .insertInto('visa_note')
    .values({ country, note: JSON.stringify(shipped), corrected: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tours(trx)
    .selectFrom('visa_note')
    .selectAll()
    .where('country', '=', country)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export const changeVisa = (
  trx: Db,
  country: string,
  change: Partial<Omit<VisaNoteRow, 'country' | 'note'>> & { note?: string },
): Promise<VisaNoteRow> =>
  tours(trx)
    .updateTable('visa_note')
    .set({ ...change, updated_at: new Date() })
    .where('country', '=', country)
    .returningAll()
    .executeTakeFirstOrThrow();

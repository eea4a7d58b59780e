import type { HabitNote, listHabits as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from '../../platform/http/typed-cursors.ts';
import { findHabit, pageOfHabits, voicesOn } from './habit.sql.ts';
import { mayReadVoices } from './policy.ts';
import { presentHabit } from './present.ts';
import type { HabitRow, Texts } from './tables.ts';
import type { MarketsWiring } from './wiring.ts';

export type Names = Pick<MarketsWiring, 'organisationNames'>;

/** Names of the organisations that spoke; null for who may not read about single members. */
export const namesFor =
  (trx: Db, actor: Actor, wiring: Names) =>
  async (ids: string[]): Promise<ReadonlyMap<string, Texts> | null> =>
    mayReadVoices(actor.role) ? wiring.organisationNames(trx, ids) : null;

/** Habits with the voices on them, as far as this reader may see whose they are. */
export async function presentHabits(
  trx: Db,
  actor: Actor,
  rows: readonly HabitRow[],
  wiring: Names,
): Promise<HabitNote[]> {
  const voices = await voicesOn(
    trx,
    rows.map(({ id }) => id),
  );
  const names = await namesFor(
    trx,
    actor,
    wiring,
  )([...new Set(voices.map((voice) => voice.organisation_id))]);
  return rows.map((row) =>
    presentHabit(
      row,
      voices.filter((voice) => voice.habit_id === row.id),
      names,
    ),
  );
}

/** Habits by topic. */
export async function listHabits(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof endpoint>,
  wiring: Names,
): Promise<ResponseOf<typeof endpoint>> {
  const filter = { market: query.market, topics: query.topic };
  const rows = await pageOfHabits(trx, filter, readSortCursor(query.cursor, 'string'), query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await presentHabits(trx, actor, page, wiring),
    nextCursor: last && rows.length > query.limit ? writeCursor([last.topic, last.id]) : null,
  };
}

/** One habit. @throws Problem platform.notFound */
export async function getHabit(trx: Db, actor: Actor, id: string, wiring: Names): Promise<HabitNote> {
  const row = await findHabit(trx, id);
  if (!row) throw new Problem(problems.notFound);
  return (await presentHabits(trx, actor, [row], wiring))[0]!;
}

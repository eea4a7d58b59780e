import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { network, type IntroductionRow, type StepRow } from './tables.ts';

/** How long everybody on the way together has to answer. */
export const openDays = 14;
/** Introductions that an organisation may have asked for within `openDays`, whatever became of them but being introduced. */
export const mostAsked = 10;
/** Days until an organisation may ask again for the same member, whatever came of it. */
export const againAfterDays = 90;
/** Introductions put to one organisation within `openDays`, from which on it is spared. */
const manyAsked = 5;

/** An introduction with whom it was put to, in order. */
export interface Introduction {
  row: IntroductionRow;
  steps: StepRow[];
}

/**
 * Organisations that were asked for so many introductions lately that no way leads through them for now. Counted by when
 * they were asked, never by what they answered: it tells nothing of that.
 */
export async function resting(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select organisation_id as id from introduction_step
    where asked_at > now() - make_interval(days => ${openDays})
    group by organisation_id having count(*) >= ${manyAsked}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Lets one organisation ask at a time, so that its quota can't be overrun. */
export const oneAskAtATime = (trx: Db, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtext(${`network.introduce/${organisationId}`}))`.execute(trx);

/** How many introductions of an organisation wait or would, had they not been withdrawn or declined. */
export async function countAsked(trx: Db, organisationId: string): Promise<number> {
  const { count } = await network(trx)
    .selectFrom('introduction')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('asker_id', '=', organisationId)
    .where('state', '!=', 'introduced')
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirstOrThrow();
  return count;
}

/** When one organisation last asked to be introduced to another. */
export async function lastAsked(trx: Db, asker: string, target: string): Promise<Date | undefined> {
  const row = await network(trx)
    .selectFrom('introduction')
    .select('asked_at')
    .where(pair(asker, target))
    .where('asker_id', '=', asker)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.asked_at;
}

const pair = (one: string, other: string) =>
  sql<boolean>`least(asker_id, target_id) = least(${one}::uuid, ${other}::uuid)
    and greatest(asker_id, target_id) = greatest(${one}::uuid, ${other}::uuid)`;

/** Whether an introduction concerns an organisation: it asked, or was asked in its turn. */
export const concerns = (own: string) =>
  sql<boolean>`(asker_id = ${own} or id in (select introduction_id from introduction_step where organisation_id = ${own}))`;

/** Those to whom introductions were put, each introduction's in order. */
export const stepsOf = (trx: Db, ids: readonly string[]): Promise<StepRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : network(trx)
        .selectFrom('introduction_step')
        .selectAll()
        .where('introduction_id', 'in', ids)
        .orderBy('introduction_id')
        .orderBy('position')
        .execute();

/** An introduction that concerns the actor's organisation. @throws Problem platform.notFound, also where it concerns others */
export async function findIntroduction(
  trx: Db,
  { organisationId }: Actor,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<Introduction> {
  if (organisationId === null) throw new Problem(problems.notFound);
  const row = await network(trx)
    .selectFrom('introduction')
    .selectAll()
    .where('id', '=', id)
    .where(concerns(organisationId))
    .$if(options.lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return { row, steps: await stepsOf(trx, [id]) };
}

/** Puts an introduction to the next organisation. */
export const insertStep = (
  trx: Db,
  step: Pick<StepRow, 'introduction_id' | 'position' | 'organisation_id'>,
  at: Date,
) =>
  network(trx)
    .insertInto('introduction_step')
    .values({ ...step, asked_at: at, answer: null, note: null, answered_at: null })
    .execute();

/** Whether it still waits at a moment. */
export const isOpen = ({ row }: Introduction, at: Date): boolean =>
  row.state === 'open' && row.expires_at > at;

import type { DemandInput } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { matchingPolicy } from './policy.ts';
import { matching, type DemandRow } from './tables.ts';

/** Whether a demand is open on a day. */
export const isOpen = (row: Pick<DemandRow, 'state' | 'open_until'>, today: string): boolean =>
  row.state === 'open' && row.open_until >= today;

/** @throws Problem platform.notFound */
export async function findDemand(
  trx: Db,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<DemandRow> {
  const row = await matching(trx)
    .selectFrom('demand')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

/** A demand that the actor may do this to, locked. @throws Problem platform.notFound */
export async function demandToChange(
  trx: Db,
  actor: Actor,
  operation: string,
  id: string,
): Promise<DemandRow> {
  const row = await findDemand(trx, id, { lock: true });
  authoriseFor(matchingPolicy, actor, operation, row.organisation_id);
  return row;
}

/** What of a demand stands in columns of its own. */
export const columnsOf = (input: DemandInput) => ({
  market: input.market,
  words: input.words,
  open_until: input.openUntil,
  data: JSON.stringify(input),
});

/** Open demands of an organisation. */
export async function countOpen(trx: Db, organisationId: string, today: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`matching.demand/${organisationId}`}))`.execute(trx);
  const { count } = await matching(trx)
    .selectFrom('demand')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .where('open_until', '>=', today)
    .executeTakeFirstOrThrow();
  return count;
}

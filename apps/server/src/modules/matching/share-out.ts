import type { Demand } from '@jiechuan/contract';
import { assign, mostUnits, type Assignment, type Problem } from '@jiechuan/matching';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { today } from '../../platform/today.ts';
import { matching, type DemandMatchRow, type DemandRow } from './tables.ts';
import { monthlyUnit, unitsPerMonth } from './units.ts';

/** Every demand and match that counts, at most: 2,000 demands of 20 products each, and room. */
const mostMatches = 100_000;

type Matched = Pick<
  DemandMatchRow,
  'demand_id' | 'product_id' | 'maker_id' | 'points' | 'kind' | 'capacity' | 'factor' | 'given'
>;
type Wanted = Pick<DemandRow, 'id' | 'data' | 'coverage'>;

/**
 * Shares out what makers can give among all open demands at once, and keeps what each is to give to whom. One at a
 * time; where nothing has changed since the last, nothing is done, so that many changes cost few sharings.
 */
export async function shareOut(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('matching.share-out'))`.execute(trx);
    const { rows: state } = await sql<{ changed: number; shared: number; on: string | null }>`
      select changed, shared, shared_on::text as "on" from matching_state`.execute(trx);
    const on = today();
    const [before] = state;
    if (before && before.changed === before.shared && before.on === on) return;
    const wants = await matching(trx)
      .selectFrom('demand')
      .select(['id', 'data', 'coverage'])
      .where('state', '=', 'open')
      .where('open_until', '>=', on)
      .whereRef('matched_version', '=', 'version')
      .orderBy('id')
      .execute();
    const matches = await matching(trx)
      .selectFrom('demand_match')
      .select(['demand_id', 'product_id', 'maker_id', 'points', 'kind', 'capacity', 'factor', 'given'])
      .where('demand_id', '=', sql<string>`any(${wants.map(({ id }) => id)}::uuid[])`)
      .where('blocked', '=', sql<never>`'[]'::jsonb`)
      .orderBy('demand_id')
      .orderBy('product_id')
      .limit(mostMatches)
      .execute();
    const refused = await refusedPairs(trx);
    const usable = matches.filter(
      (one) =>
        one.capacity !== null && one.factor !== null && !refused.has(`${one.demand_id} ${one.product_id}`),
    );
    await write(trx, wants, matches, share(wants, usable));
    await sql`insert into matching_state (single, changed, shared, shared_on) values (true, 0, 0, ${on})
      on conflict (single) do update set shared = ${before?.changed ?? 0}, shared_on = ${on}`.execute(trx);
  });
}

/** Proposals of open demands that their buyers refused last: nothing is set aside for them. */
async function refusedPairs(trx: Db): Promise<Set<string>> {
  const { rows } = await sql<{ pair: string }>`
    select demand_id || ' ' || product_id as pair from (
      select distinct on (demand_id, product_id) demand_id, product_id, answer
      from match_answer join demand on demand.id = demand_id and demand.state = 'open'
      order by demand_id, product_id, at desc, match_answer.id desc) last
    where answer <> 'taken'`.execute(trx);
  return new Set(rows.map(({ pair }) => pair));
}

/** What is given to a demand by a product, in the demand's monthly unit. */
type Shares = ReadonlyMap<string, { given: Map<string, number>; short: Demand['coverage'] }>;

/** With how many makers a buyer would deal to begin with; more only where these can't give it all. */
const fewMakers = 3;

/**
 * The best assignment. A flow has one unit: demands are shared out by unit of measure, weight first (nearly all are),
 * and what is left of a product's capacity goes on to the next. Nobody buys two kilograms of each of twenty makers: each
 * demand begins with its three best products, and with twice as many as long as it lacks something and has more.
 */
export function share(wants: readonly Wanted[], matches: readonly Matched[]): Shares {
  const left = new Map<string, number>(matches.map((one) => [one.product_id, one.capacity!]));
  const unitOf = new Map(wants.map(({ id, data }) => [id, monthlyUnit(data.unit)]));
  const units = [...new Set(unitOf.values())].toSorted((one, other) =>
    one === 'KGM' ? -1 : other === 'KGM' ? 1 : one.localeCompare(other),
  );
  const shares = new Map<string, { given: Map<string, number>; short: Demand['coverage'] }>();
  for (const unit of units) {
    const here = wants.filter(({ id }) => unitOf.get(id) === unit);
    const some = matches.filter((one) => unitOf.get(one.demand_id) === unit);
    const factor = new Map(some.map((one) => [one.product_id, one.factor!]));
    // A product has one measure in one unit, whoever wants it.
    const supplies = some.map((one) => ({
      id: one.product_id,
      producer: one.maker_id,
      kind: one.kind,
      capacity: Math.max(0, Math.floor(left.get(one.product_id)! / one.factor! + 1e-9)),
    }));
    // One absurd wish must not keep everybody's from being shared out.
    const mostEach = Math.floor(mostUnits / Math.max(1, here.length));
    const found = withFew(
      [...new Map(supplies.map((one) => [one.id, one])).values()],
      here.map(({ id, data }) => ({ id, quantity: Math.min(unitsPerMonth(data), mostEach) })),
      some.map((one) => ({ want: one.demand_id, supply: one.product_id, points: one.points })),
    );
    for (const { id, data } of here) shares.set(id, coverageOf(found, id, unitsPerMonth(data)));
    for (const { supply, units: given } of found.given)
      left.set(supply, left.get(supply)! - Math.ceil(given * factor.get(supply)! - 1e-9));
  }
  return shares;
}

/** Widens what each want chooses from until none lacks anything that it has not looked at. */
function withFew(
  supplies: Problem['supplies'],
  wants: Problem['wants'],
  matches: Problem['matches'],
): Assignment {
  const best = Map.groupBy(
    matches.toSorted((one, other) => other.points - one.points || one.supply.localeCompare(other.supply)),
    ({ want }) => want,
  );
  const width = new Map(wants.map(({ id }) => [id, fewMakers]));
  for (;;) {
    const chosen = wants.flatMap(({ id }) => (best.get(id) ?? []).slice(0, width.get(id)));
    const used = new Set(chosen.map(({ supply }) => supply));
    const found = assign({ supplies: supplies.filter(({ id }) => used.has(id)), wants, matches: chosen });
    const narrow = found.shortfalls.filter(({ want }) => width.get(want)! < (best.get(want)?.length ?? 0));
    if (narrow.length === 0) return found;
    for (const { want } of narrow) width.set(want, 2 * width.get(want)!);
  }
}

function coverageOf({ given, shortfalls }: Assignment, want: string, wanted: number) {
  const mine = given.filter((one) => one.want === want);
  const matched = mine.reduce((sum, { units }) => sum + units, 0);
  return {
    given: new Map(mine.map(({ supply, units }) => [supply, units])),
    short: {
      wanted,
      matched,
      makers: mine.length,
      whyShort: shortfalls.find((one) => one.want === want)?.why ?? (matched < wanted ? 'capacity' : null),
    },
  };
}

/** Keeps only what is different now: most of it is as it was. */
async function write(
  trx: Db,
  wants: readonly Wanted[],
  matches: readonly Matched[],
  shares: Shares,
): Promise<void> {
  const changed = matches
    .map((one) => ({ ...one, now: shares.get(one.demand_id)?.given.get(one.product_id) ?? 0 }))
    .filter(({ given, now }) => given !== now);
  await sql`update demand_match m set given = new.given
    from unnest(${changed.map((one) => one.demand_id)}::uuid[], ${changed.map((one) => one.product_id)}::uuid[],
      ${changed.map(({ now }) => now)}::bigint[]) as new (demand_id, product_id, given)
    where m.demand_id = new.demand_id and m.product_id = new.product_id`.execute(trx);
  // Blocked, refused and closed ones have nothing set aside for them.
  await sql`update demand_match set given = 0 where given <> 0 and (blocked <> '[]'::jsonb
    or demand_id <> all(${wants.map(({ id }) => id)}::uuid[]))`.execute(trx);
  for (const { id, coverage } of wants) {
    const { short } = shares.get(id)!;
    if (!sameCoverage(short, coverage))
      await matching(trx)
        .updateTable('demand')
        .set({ coverage: JSON.stringify(short) })
        .where('id', '=', id)
        .execute();
  }
}

/** Read back, its fields may stand in another order. */
const sameCoverage = (one: Demand['coverage'], other: Demand['coverage']): boolean =>
  one?.wanted === other?.wanted &&
  one?.matched === other?.matched &&
  one?.makers === other?.makers &&
  one?.whyShort === other?.whyShort;

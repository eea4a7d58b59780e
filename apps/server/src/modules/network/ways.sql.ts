import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

export interface Way {
  through: string;
  second: string | null;
  /** Thousandths. */
  trust: number;
  /** Both relations of the second are open. */
  open: boolean;
}

interface Found {
  /** They have a relation with each other. */
  known: boolean;
  ways: Way[];
}

/** Of those whom the one with fewer acquaintances knows, the most trusted that are looked through first. */
const probed = 24;

/**
 * The best way from one organisation to another through each of those it knows, the most trusted first: over one of
 * them, or over one of them and somebody they know. Trust is the product of the strengths, rounded down; of ways of equal
 * trust the shorter is better. Of the two, the relations of those whom the one with fewer acquaintances knows are read, and
 * no others: first of the most trusted few of them; then of those alone through whom a way could still be as good as the
 * last that would be told. Which second it is, is looked up for the ways that are told alone.
 * @param way.limit how many
 * @param way.without whom no way may lead through
 */
export async function bestWays(
  db: Db,
  { from, to, limit, without }: { from: string; to: string; limit: number; without: readonly string[] },
): Promise<Found> {
  const knows = await acquaintances(db, from, to);
  const mineFirst = knows.from <= knows.to;
  const [few, id] = mineFirst ? [sql`mine`, sql`few.x`] : [sql`theirs`, sql`few.y`];
  const [many, other] = mineFirst ? [sql`theirs`, sql`many.y`] : [sql`mine`, sql`many.x`];
  const through = mineFirst ? sql`few.x` : sql`many.x`;
  // Nested loops over few index ranges; left to itself the planner would read all edges (`offset 0` keeps it from that).
  const over = (some: RawBuilder<unknown>, worthy: RawBuilder<unknown>) => sql`
    ${some} cross join lateral (
      select to_id, strength from relation_edge where from_id = ${id} ${worthy} offset 0) edge
    join ${many} many on ${other} = edge.to_id`;
  const worth = sql`few.strength * edge.strength * many.strength * 2`;
  const { rows } = await sql<Way>`
    with mine as materialized (
      select to_id as x, max(strength)::integer as strength from relation_edge
      where from_id = ${from} and to_id <> ${to} and to_id <> all(${without}::uuid[]) group by to_id),
    theirs as materialized (
      select to_id as y, max(strength)::integer as strength, bool_or(open) as open from relation_edge
      where from_id = ${to} and to_id <> ${from} and to_id <> all(${without}::uuid[]) group by to_id),
    -- Twice the trust in millionths, and one more for the shorter way.
    direct as materialized (
      select mine.x, mine.strength * theirs.strength * 200 + 1 as worth from mine join theirs on theirs.y = mine.x),
    probe as (
      select x, max(worth) as worth from (
        select x, worth from direct
        union all
        select ${through} as x, ${worth} from ${over(
          sql`(select * from ${few} order by strength desc limit ${probed}) few`,
          sql``,
        )}) found
      group by x order by worth desc limit ${limit}),
    -- What a way is worth at least to be told, and the most that the last relation of one can add.
    least as materialized (
      select case when count(*) = ${limit} then min(worth) else 0 end as worth,
        (select max(strength) from ${many}) as strength from probe),
    ways as (
      select x, worth from direct
      union all
      select ${through} as x, ${worth} from ${over(
        sql`least join ${few} few on few.strength * least.strength * 200 >= least.worth`,
        sql`and few.strength * strength * least.strength * 2 >= least.worth`,
      )} where ${worth} >= least.worth),
    best as (select x, max(worth) as worth from ways group by x order by worth desc, x limit ${limit})
    select best.x as through, found.y as second, best.worth / 2000 as trust, coalesce(found.open, true) as open
    from best join mine using (x) left join lateral (
      select edge.to_id as y, edge.open and theirs.open as open
      from relation_edge edge join theirs on theirs.y = edge.to_id
      where edge.from_id = best.x and mine.strength * edge.strength * theirs.strength * 2 = best.worth
      order by 2 desc, 1 limit 1) found on best.worth % 2 = 0
    order by best.worth desc, best.x`.execute(db);
  return { known: knows.known, ways: rows };
}

/** How many relations of each lead somewhere, and whether one leads from the one to the other. */
async function acquaintances(
  db: Db,
  from: string,
  to: string,
): Promise<{ from: number; to: number; known: boolean }> {
  const { rows } = await sql<{ from: number; to: number; known: boolean }>`
    select (select count(*) from relation_edge where from_id = ${from}) as "from",
      (select count(*) from relation_edge where from_id = ${to}) as "to",
      exists (select from relation_edge where from_id = ${from} and to_id = ${to}) as known`.execute(db);
  return rows[0]!;
}

/** The strength of what leads directly from one organisation to another, 1–100; null where nothing does. */
export async function directTrust(db: Db, from: string, to: string): Promise<number | null> {
  const { rows } = await sql<{ strength: number | null }>`
    select max(strength)::integer as strength from relation_edge where from_id = ${from} and to_id = ${to}`.execute(
    db,
  );
  return rows[0]?.strength ?? null;
}

/** Whether a way of at most two relations leads from one to another, past those named. */
export async function leadsTo(
  db: Db,
  { from, to, without }: { from: string; to: string; without: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`
    select exists (select from relation_edge where from_id = ${from} and to_id = ${to})
      or exists (
        select from relation_edge near join relation_edge far on far.from_id = near.to_id and far.to_id = ${to}
        where near.from_id = ${from} and near.to_id <> all(${without}::uuid[])) as leads`.execute(db);
  return rows[0]!.leads;
}

/** How well somebody could come to know another, as far as relations are known: the trust in thousandths and how many stand between; null where nothing leads there. */
export async function bestIntroduction(
  db: Db,
  from: string,
  to: string,
): Promise<{ trust: number; between: number } | null> {
  const direct = await directTrust(db, from, to);
  if (direct !== null) return { trust: direct * 10, between: 0 };
  const [best] = (await bestWays(db, { from, to, limit: 1, without: [] })).ways;
  return best ? { trust: best.trust, between: best.second === null ? 1 : 2 } : null;
}

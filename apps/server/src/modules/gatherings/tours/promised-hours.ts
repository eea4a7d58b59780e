import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { StopRow, TourRow } from './tables.ts';
import { tours } from './tables.ts';

/** A visit that a host has agreed to, of another tour; minutes after midnight. */
export interface Promised {
  date: string;
  start: number;
  end: number;
  visitors: number;
}
export interface Span {
  start: number;
  end: number;
}

/** Visits of other tours in this one's days to which its hosts have agreed, by host. */
export async function promisedHours(
  trx: Db,
  tour: TourRow,
  stops: readonly StopRow[],
): Promise<Map<string, Promised[]>> {
  const hosts = [...new Set(stops.flatMap(({ organisation_id: host }) => host ?? []))];
  const promised = new Map<string, Promised[]>();
  if (hosts.length === 0) return promised;
  const rows = await tours(trx)
    .selectFrom('tour_stop')
    .innerJoin('tour', 'tour.id', 'tour_stop.tour_id')
    .select(['tour_stop.id', 'tour_stop.organisation_id', 'tour.plan', 'tour.guests'])
    .where('tour_stop.organisation_id', 'in', hosts)
    .where('tour_stop.answer', '=', 'confirmed')
    .where('tour.id', '<>', tour.id)
    .where('tour.state', 'in', ['draft', 'confirmed'])
    .where('tour.first_day', '<=', tour.last_day)
    .where('tour.last_day', '>=', tour.first_day)
    .limit(2000)
    .execute();
  for (const { id, organisation_id: host, plan, guests } of rows)
    for (const { date, items } of plan?.days ?? [])
      for (const item of items)
        if (item.kind === 'visit' && item.stopId === id && host !== null)
          promised.set(host, [
            ...(promised.get(host) ?? []),
            { date, start: item.start, end: item.end, visitors: guests.visitors },
          ]);
  return promised;
}

/** When so many more visitors would be too many for a host on a day, the earliest first. */
export function takenHours(
  promised: readonly Promised[],
  { date, capacity, visitors }: { date: string; capacity: number | null; visitors: number },
): Span[] {
  if (capacity === null) return [];
  const there = promised.filter((one) => one.date === date);
  const bounds = [...new Set(there.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  const taken: Span[] = [];
  for (const [at, start] of bounds.slice(0, -1).entries()) {
    const end = bounds[at + 1]!;
    const guests = there.reduce(
      (sum, one) => (one.start <= start && one.end >= end ? sum + one.visitors : sum),
      0,
    );
    if (guests === 0 || guests + visitors <= capacity) continue;
    const last = taken.at(-1);
    if (last?.end === start) last.end = end;
    else taken.push({ start, end });
  }
  return taken;
}

/** What is left of opening hours beside those that are taken. */
export const freeHours = (opens: number, closes: number, taken: readonly Span[]): Span[] => {
  const free: Span[] = [];
  let from = opens;
  for (const { start, end } of taken) {
    if (start > from) free.push({ start: from, end: Math.min(start, closes) });
    from = Math.max(from, end);
    if (from >= closes) return free;
  }
  return [...free, { start: from, end: closes }].filter(({ start, end }) => start < end);
};

/** Whoever makes a host agree, or asks it, holds this until the end: two can't promise the same hour at once. */
export async function lockHosts(trx: Db, hosts: Iterable<string>): Promise<void> {
  for (const host of [...new Set(hosts)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtext(${`tours.host/${host}`}))`.execute(trx);
}

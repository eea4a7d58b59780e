import { Temporal } from 'temporal-polyfill';

const minute = 60_000;
const day = 86_400_000;

/** A stretch of time in which a zone's clocks keep one offset; instants in milliseconds of the Unix epoch. */
interface Stretch {
  until: number;
  offset: number;
}

const known = new Map<string, Map<string, Stretch[]>>();

/** How a zone's clocks run from `from` until `until`, a stretch for each offset, the last without an end. */
function stretchesOf(zone: string, from: number, until: number): Stretch[] {
  // Windows begin anywhere; a month's beginning to a month's end is kept, so that few are ever worked out.
  const first = Date.UTC(new Date(from).getUTCFullYear(), new Date(from).getUTCMonth() - 1);
  const last = Date.UTC(new Date(until).getUTCFullYear(), new Date(until).getUTCMonth() + 2);
  const byWindow = known.get(zone) ?? new Map<string, Stretch[]>();
  known.set(zone, byWindow);
  const key = `${first}-${last}`;
  const there = byWindow.get(key);
  if (there) return there;
  const stretches: Stretch[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const offset = at.offsetNanoseconds / 1_000_000;
    if (!next || next.epochMilliseconds > last) {
      stretches.push({ until: Number.POSITIVE_INFINITY, offset });
      break;
    }
    stretches.push({ until: next.epochMilliseconds, offset });
    at = next;
  }
  if (byWindow.size > 50) byWindow.clear();
  byWindow.set(key, stretches);
  return stretches;
}

/**
 * The instant at which a zone's clocks show a local time: the first of two where an hour is repeated, and as much later
 * as the gap is wide where it is left out (what Temporal and iCalendar call "compatible").
 * @param local the local time as if it were UTC, in milliseconds
 */
function instantOf(local: number, stretches: readonly Stretch[]): number {
  let start = Number.NEGATIVE_INFINITY;
  for (const { until, offset } of stretches) {
    const instant = local - offset;
    // Below its stretch: clocks jumped over this local time. The instant reckoned with the offset before the jump is it.
    if (instant < until) return instant >= start ? instant : local - before(stretches, start);
    start = until;
  }
  return local - stretches.at(-1)!.offset;
}

const before = (stretches: readonly Stretch[], start: number): number =>
  stretches.find(({ until }) => until === start)!.offset;

export interface Pattern {
  /** ISO weekdays, 1 is Monday. */
  weekdays: readonly number[];
  /** Local time of day, 08:30. */
  departure: string;
  /** IANA zone whose clocks they are of. */
  zone: string;
  /** Local days, first and last that it runs on. */
  validFrom: string;
  validUntil: string | null;
}

export interface Departure {
  /** Local day, YYYY-MM-DD. */
  date: string;
  /** Milliseconds of the Unix epoch. */
  at: number;
}

/**
 * The departures of a weekly pattern with `from` ≤ instant < `until`, in order: by local weekday and clock, also over a
 * change of the clocks. Windows that follow one another give together what the whole gives.
 * @param from, until milliseconds of the Unix epoch
 */
export function departures(pattern: Pattern, from: number, until: number): Departure[] {
  if (!(from < until)) return [];
  const stretches = stretchesOf(pattern.zone, from, until);
  const clock = (Number(pattern.departure.slice(0, 2)) * 60 + Number(pattern.departure.slice(3))) * minute;
  const lower = Math.max(from - 2 * day, Date.parse(pattern.validFrom));
  const upper = Math.min(
    until + 2 * day,
    pattern.validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(pattern.validUntil),
  );
  const found: Departure[] = [];
  for (let midnight = Math.ceil(lower / day) * day; midnight <= upper; midnight += day) {
    if (!pattern.weekdays.includes(new Date(midnight).getUTCDay() || 7)) continue;
    const at = instantOf(midnight + clock, stretches);
    if (at >= from && at < until) found.push({ date: new Date(midnight).toISOString().slice(0, 10), at });
  }
  return found;
}

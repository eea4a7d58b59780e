import { check, contradictions, type Booking, type Contradiction, type Instance } from '@jiechuan/meetings';
import type { GatheringRow, Omission } from '../tables.ts';
import type { Absences } from './absence.sql.ts';
import { choosePairs, withFirst } from './choose-pairs.ts';
import { interpretersAsResources } from './heed-interpreters.ts';
import { pairKey, type Pair, type StandingRow } from './meeting.sql.ts';
import { begun, slotsOf } from './slots.ts';

/** By how much the breaks of any two may differ, where that can be (as in JAIR 12670). */
const fairness = 2;

/** What is known of a gathering before its schedule is sought. */
export interface Known {
  gathering: GatheringRow;
  /** Who want to meet, who must first. */
  pairs: readonly Pair[];
  absences: Absences;
  /** By `pairKey`. */
  pins: ReadonlyMap<string, number>;
  /** Meetings that stand and are to stay as far as they can; none where it is sought anew. */
  standing: readonly StandingRow[];
  /** Pairs that the host leaves out, by `pairKey`; what has begun isn’t. */
  without?: ReadonlySet<string>;
  /** What organisations speak; none where interpreters are not heeded. */
  speak?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** What is to be sought: participants and meetings by number, from 1. */
export interface Sought {
  participants: string[];
  instance: Instance;
  pairs: Pair[];
  /** Pairs that there is no room for, or that the host leaves out. */
  omitted: Omission[];
  /** Slots that have begun. */
  now: number;
}

/** Takes the pairs that there is room for in the slots to come: those that are fixed or stand first. */
export function soughtOf({
  gathering,
  pairs,
  absences,
  pins,
  standing,
  without = new Set(),
  speak,
}: Known): Sought {
  const slots = slotsOf(gathering.starts_at, gathering.matchmaking);
  const now = begun(slots);
  const { tables } = gathering.matchmaking!;
  const away = (id: string) => absences.away.get(id) ?? [];
  const to = new Map<string, number[]>();
  const toCome = (id: string) => {
    const known = to.get(id);
    if (known) return known;
    const open = slots.map(({ number }) => number).filter((slot) => slot > now && !away(id).includes(slot));
    to.set(id, open);
    return open;
  };
  const stands = new Map(standing.map((meeting) => [pairKey(meeting), meeting.slot]));
  /** Whether it is over or running: not if it was put to another hour on purpose, or one of the two wasn't there. */
  const isHeld = (pair: Pair) => {
    const slot = stands.get(pairKey(pair));
    if (slot === undefined || slot > now || (pins.get(pairKey(pair)) ?? slot) !== slot) return false;
    return ![pair.a_id, pair.b_id].some((id) => away(id).includes(slot));
  };
  const order = withFirst(pairs, new Set(pins.keys()), new Set(stands.keys()));
  const held = order.filter(isHeld);
  const off = order.filter((pair) => !isHeld(pair) && without.has(pairKey(pair)));
  const { chosen: open, omitted } = choosePairs(
    order.filter((pair) => !isHeld(pair) && !without.has(pairKey(pair))),
    { most: (slots.length - now) * tables, slotsOf: toCome },
  );
  const kept = new Set([...held, ...open].map(pairKey));
  const chosen = pairs.filter((pair) => kept.has(pairKey(pair)));
  const participants = [...new Set(chosen.flatMap((pair) => [pair.a_id, pair.b_id]))];
  const number = new Map(participants.map((one, at) => [one, at + 1]));
  const instance: Instance = {
    participants: participants.length,
    slots: slots.length,
    morningSlots: gathering.matchmaking!.morningSlots,
    tables,
    fairness,
    meetings: chosen.map((pair, at) => ({
      id: at + 1,
      a: number.get(pair.a_id)!,
      b: number.get(pair.b_id)!,
      session: 'any',
      fixedSlot: pins.get(pairKey(pair)) ?? null,
      after: [],
    })),
    unavailable: participants.map((one) => away(one).filter((slot) => slot <= slots.length)),
    resources:
      speak &&
      interpretersAsResources(
        // What has begun went as it went; nothing comes into its slots any more.
        chosen.flatMap((pair, at) =>
          isHeld(pair) ? [] : [{ id: at + 1, a: speak.get(pair.a_id) ?? [], b: speak.get(pair.b_id) ?? [] }],
        ),
        gathering.interpreters,
        { tables },
      ),
  };
  const before = previousOf(instance, participants, standing);
  return {
    participants,
    // Whoever stays goes before equal breaks: what stands may have more unequal ones than were sought.
    instance: { ...instance, fairness: Math.max(fairness, spreadOf(instance, before)) },
    pairs: chosen,
    omitted: [...off.map((pair) => ({ ...pair, why: 'host' as const, full: null })), ...omitted],
    now,
  };
}

/** By how much the breaks of participants differ. */
export function spreadOf(instance: Instance, schedule: readonly Booking[]): number {
  const { perParticipant } = check(instance, schedule);
  return (
    perParticipant.reduce((a, b) => Math.max(a, b), 0) -
    perParticipant.reduce((a, b) => Math.min(a, b), Infinity)
  );
}

/** The meetings that stand by the numbers of an instance, as far as it has them. */
export function previousOf(
  instance: Instance,
  participants: readonly string[],
  standing: readonly StandingRow[],
): Booking[] {
  const meetings = new Map(
    instance.meetings.map(({ id, a, b }) => {
      const [a_id, b_id] = [participants[a - 1]!, participants[b - 1]!].toSorted();
      return [pairKey({ a_id: a_id!, b_id: b_id! }), id];
    }),
  );
  return standing.flatMap((meeting) => {
    const id = meetings.get(pairKey(meeting));
    return id === undefined ? [] : [{ meeting: id, slot: meeting.slot, table: meeting.table_number }];
  });
}

/** What is impossible about meetings that are fixed, by themselves. */
export interface Clash {
  /** `begun`: the slot has, and they don’t stand there. */
  why: Exclude<Contradiction['kind'], 'noResource'> | 'begun';
  /** Who would meet twice then, or is away. */
  who: string | null;
  slot: number;
  pairs: Pair[];
}

/** Everything that stands in the way of meetings where they are fixed to, told without a search. */
export function clashesOf({ gathering, pairs, absences, pins, standing, without }: Known): Clash[] {
  const slots = slotsOf(gathering.starts_at, gathering.matchmaking);
  const now = begun(slots);
  const fixed = pairs.filter((pair) => pins.has(pairKey(pair)) && !without?.has(pairKey(pair)));
  const slotOf = (pair: Pair) => pins.get(pairKey(pair))!;
  const stands = new Map(standing.map((meeting) => [pairKey(meeting), meeting.slot]));
  const late = fixed
    .filter((pair) => slotOf(pair) <= now && stands.get(pairKey(pair)) !== slotOf(pair))
    .map((pair): Clash => ({ why: 'begun', who: null, slot: slotOf(pair), pairs: [pair] }));
  const participants = [...new Set(fixed.flatMap(({ a_id, b_id }) => [a_id, b_id]))];
  const number = new Map(participants.map((one, at) => [one, at + 1]));
  const found = contradictions({
    participants: participants.length,
    slots: slots.length,
    morningSlots: gathering.matchmaking!.morningSlots,
    tables: gathering.matchmaking!.tables,
    fairness,
    meetings: fixed.map((pair, at) => ({
      id: at,
      a: number.get(pair.a_id)!,
      b: number.get(pair.b_id)!,
      session: 'any',
      fixedSlot: slotOf(pair),
      after: [],
    })),
    unavailable: participants.map((one) => absences.away.get(one) ?? []),
  });
  return [
    ...late,
    ...found.flatMap((one): Clash[] =>
      // Interpreters may be heeded or not: of these it is told when a schedule is asked for.
      one.kind === 'noResource'
        ? []
        : [
            {
              why: one.kind,
              who: 'participant' in one ? participants[one.participant - 1]! : null,
              slot: one.slot,
              pairs: one.meetings.map((at) => fixed[at]!),
            },
          ],
    ),
  ];
}

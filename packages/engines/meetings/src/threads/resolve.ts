import { fewestBreaks } from '../bounds.ts';
import { domains } from '../domains.ts';
import { readInstance, readSchedule } from '../read.ts';
import { movedFrom, seat } from '../tables.ts';
import type { Booking, Instance, Resolution } from '../types.ts';
import { race, type Standing } from './race.ts';
import type { SolveOptions } from './solve.ts';

export interface ResolveOptions extends Omit<SolveOptions, 'onProgress'> {
  /** The slot that is running: meetings in it and before it stay where they are, all others come after it. 0: none yet. */
  now?: number;
  /** Called with every schedule that is better than those before. */
  onProgress?: (sofar: Resolution) => void;
}

/**
 * Schedules anew after a change: as few meetings moved as can be, then as few breaks. Then it looks how few breaks there
 * could be if everybody moved, so that the price of staying is known. The first has half of the time at most.
 *
 * A meeting of the past whose participant was away by what is now known did not take place: it gets a slot to come.
 * @param given the instance as it is now, changes included: see `withChanges`
 * @param previous the schedule before: see `readSchedule`
 * @throws InputFault naming what is wrong with the instance or the schedule
 */
export async function resolve(
  given: unknown,
  previous: unknown,
  options: ResolveOptions = {},
): Promise<Resolution> {
  const { seconds = 20, signal, onProgress, seed = 1, now = 0 } = options;
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  const instance = readInstance(given);
  const bookings = readSchedule(previous);
  const before = new Map(bookings.map((booking) => [booking.meeting, booking]));
  const was = instance.meetings.map(({ id }) => before.get(id)?.slot ?? 0);
  const ids = new Set(instance.meetings.map(({ id }) => id));
  const could = domains(instance, openTo(instance, bookings, now));
  const least = fewestBreaks(instance, could);

  const tell = (stable: Standing, anew: Standing | null): Resolution => {
    const { slotOf, score, bound } = stable;
    return {
      status: stable.status,
      moved: score && score[0],
      breaks: score && score[1],
      lowerBound: bound && { moved: bound[0], breaks: bound[1] },
      schedule: slotOf ? seat(instance, slotOf, before) : [],
      moves: instance.meetings.flatMap(({ id: meeting }, place) => {
        const [from, to] = [was[place]!, slotOf?.[place]];
        return to === undefined || from === 0 || from === to ? [] : [{ meeting, from, to }];
      }),
      added: instance.meetings.flatMap(({ id }) => (before.has(id) ? [] : [id])),
      dropped: bookings.flatMap(({ meeting }) => (ids.has(meeting) ? [] : [meeting])),
      anew: anew && {
        status: anew.status,
        moved: anew.slotOf && movedFrom(was, anew.slotOf),
        breaks: anew.score && anew.score[1],
        lowerBound: anew.bound && anew.bound[1],
        schedule: anew.slotOf ? seat(instance, anew.slotOf, before) : [],
      },
      price:
        score && anew?.score && anew.bound
          ? { atLeast: score[1] - anew.score[1], atMost: score[1] - anew.bound[1] }
          : null,
      seconds: passed(),
    };
  };
  let stable = await race(
    { instance, could, least, was },
    {
      seconds: seconds / 2,
      signal,
      seed,
      onProgress: onProgress && ((sofar) => onProgress(tell(sofar, null))),
    },
  );
  if (stable.status === 'infeasible') return tell(stable, stable);
  const anew = await race(
    { instance, could, least, was: null },
    {
      seconds: Math.max(0, seconds - passed()),
      signal,
      seed,
      known: stable.slotOf ?? undefined,
      onProgress: onProgress && ((sofar) => onProgress(tell(stable, sofar))),
    },
  );
  if (anew.status === 'infeasible') stable = anew;
  else if (!stable.slotOf && anew.slotOf)
    stable = {
      ...stable,
      status: 'feasible',
      slotOf: anew.slotOf,
      score: [movedFrom(was, anew.slotOf), anew.score![1]],
    };
  return tell(stable, anew);
}

/**
 * Which slots are open to a meeting, by its place in the instance: to what is over or running (in a slot up to now, both
 * were there, and it isn't fixed to another) that slot alone, to all others those to come.
 */
export function openTo(
  { meetings, unavailable }: Instance,
  previous: readonly Booking[],
  now: number,
): (place: number, slot: number) => boolean {
  const before = new Map(previous.map((booking) => [booking.meeting, booking.slot]));
  const held = meetings.map(({ id, a, b, fixedSlot }) => {
    const slot = before.get(id) ?? 0;
    const isHeld =
      slot > 0 &&
      slot <= now &&
      (fixedSlot ?? slot) === slot &&
      ![a, b].some((person) => unavailable[person - 1]!.includes(slot));
    return isHeld ? slot : null;
  });
  return (place, slot) => (held[place] === null ? slot > now : slot === held[place]);
}

import { list, natural, object } from './fields.ts';
import { readInstance } from './read.ts';
import { InputFault, type Instance, type Meeting } from './types.ts';

/** What came in between after a schedule was made. */
export type Change =
  /** Does not come at all: its meetings are off. */
  | { kind: 'noShow'; participant: number }
  /** Can't meet in these slots, for a late flight, say. */
  | { kind: 'away'; participant: number; slots: number[] }
  | { kind: 'wish'; meeting: Meeting }
  | { kind: 'cancelled'; meeting: number };

/**
 * The instance with the changes in it, one after the other. Who has to be after a meeting that is off has to no more; a
 * meeting that is wished needs no resource.
 * @throws InputFault naming what is wrong, in the instance, in the changes or in a wished meeting
 */
export function withChanges(given: unknown, changes: unknown): Instance {
  return list(changes, 'changes').reduce(
    (instance: Instance, change, at) => apply(instance, object(change, `changes[${at}]`), `changes[${at}]`),
    readInstance(given),
  );
}

function apply(instance: Instance, change: Record<string, unknown>, here: string): Instance {
  const { meetings, participants, slots } = instance;
  const participant = () => natural(change['participant'], `${here}.participant`, 1, participants);
  const without = (off: (meeting: Meeting) => boolean): Instance => {
    const gone = new Set(meetings.filter(off).map(({ id }) => id));
    const left = meetings.filter(({ id }) => !gone.has(id));
    return {
      ...instance,
      meetings: left.map((meeting) => ({ ...meeting, after: meeting.after.filter((id) => !gone.has(id)) })),
      resources: instance.resources?.map((one) => ({
        ...one,
        meetings: one.meetings.filter((id) => !gone.has(id)),
      })),
    };
  };
  switch (change['kind']) {
    case 'noShow': {
      const absent = participant();
      return without(({ a, b }) => a === absent || b === absent);
    }
    case 'cancelled': {
      const cancelled = natural(change['meeting'], `${here}.meeting`, 0, 2 ** 30);
      if (!meetings.some(({ id }) => id === cancelled))
        throw new InputFault(`${here}.meeting`, 'unknownMeeting');
      return without(({ id }) => id === cancelled);
    }
    case 'away': {
      const late = participant();
      const more = list(change['slots'], `${here}.slots`).map((slot, nth) =>
        natural(slot, `${here}.slots[${nth}]`, 1, slots),
      );
      return {
        ...instance,
        unavailable: instance.unavailable.map((mine, at) =>
          at === late - 1 ? [...new Set([...mine, ...more])] : mine,
        ),
      };
    }
    case 'wish':
      return readInstance({ ...instance, meetings: [...meetings, change['meeting']] });
    default:
      throw new InputFault(`${here}.kind`, 'notAChange');
  }
}

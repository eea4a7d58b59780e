import { list, natural, object } from './fields.ts';
import { InputFault, type Booking, type Instance, type Meeting, type Resource } from './types.ts';

/** Beyond these the numbers of a program would no longer fit into a thread's memory. */
const most = {
  participants: 5000,
  slots: 200,
  meetings: 20_000,
  precedences: 100_000,
  tables: 1_000_000,
  resources: 1000,
  /** Of all resources together, meetings that need one. */
  needs: 2_000_000,
};

/** @returns the instance, its parts copied. @throws InputFault naming the part that is wrong */
export function readInstance(given: unknown): Instance {
  const all = object(given, 'instance');
  const count = (name: 'participants' | 'slots' | 'tables') =>
    natural(all[name], name, name === 'tables' ? 0 : 1, most[name]);
  const participants = count('participants');
  const slots = count('slots');
  const meetings = list(all['meetings'], 'meetings');
  if (meetings.length > most.meetings) throw new InputFault('meetings', 'tooMany');
  const seen = new Set<number>();
  const read = meetings.map((meeting, at): Meeting => {
    const here = `meetings[${at}]`;
    const part = object(meeting, here);
    const id = natural(part['id'], `${here}.id`, 0, 2 ** 30);
    if (seen.has(id)) throw new InputFault(`${here}.id`, 'twice');
    seen.add(id);
    const a = natural(part['a'], `${here}.a`, 1, participants);
    const b = natural(part['b'], `${here}.b`, 1, participants);
    if (a === b) throw new InputFault(`${here}.b`, 'withOneself');
    const session = part['session'] ?? 'any';
    if (session !== 'any' && session !== 'morning' && session !== 'afternoon')
      throw new InputFault(`${here}.session`, 'notASession');
    const fixed = part['fixedSlot'] ?? null;
    return {
      id,
      a,
      b,
      session,
      fixedSlot: fixed === null ? null : natural(fixed, `${here}.fixedSlot`, 1, slots),
      after: [...new Set(list(part['after'] ?? [], `${here}.after`))].map((earlier, nth) =>
        natural(earlier, `${here}.after[${nth}]`, 0, 2 ** 30),
      ),
    };
  });
  for (const [at, { after }] of read.entries())
    for (const [nth, earlier] of after.entries())
      if (!seen.has(earlier)) throw new InputFault(`meetings[${at}].after[${nth}]`, 'unknownMeeting');
  if (read.reduce((sum, { after }) => sum + after.length, 0) > most.precedences)
    throw new InputFault('meetings', 'tooMany');
  const away = list(all['unavailable'] ?? [], 'unavailable');
  if (away.length > participants) throw new InputFault('unavailable', 'tooMany');
  return {
    name: typeof all['name'] === 'string' ? all['name'] : undefined,
    participants,
    slots,
    morningSlots: natural(all['morningSlots'] ?? slots, 'morningSlots', 0, slots),
    tables: count('tables'),
    fairness: natural(all['fairness'], 'fairness', 0, most.tables),
    meetings: read,
    unavailable: Array.from({ length: participants }, (_, at) =>
      [...new Set(list(away[at] ?? [], `unavailable[${at}]`))].map((slot, nth) =>
        natural(slot, `unavailable[${at}][${nth}]`, 1, slots),
      ),
    ),
    resources: readResources(all['resources'], seen),
  };
}

function readResources(given: unknown, known: ReadonlySet<number>): Resource[] | undefined {
  if (given === undefined || given === null) return undefined;
  const resources = list(given, 'resources');
  if (resources.length > most.resources) throw new InputFault('resources', 'tooMany');
  let needs = 0;
  return resources.map((resource, at): Resource => {
    const here = `resources[${at}]`;
    const part = object(resource, here);
    const meetings = list(part['meetings'], `${here}.meetings`);
    needs += meetings.length;
    if (needs > most.needs) throw new InputFault(`${here}.meetings`, 'tooMany');
    const mine = new Set<number>();
    for (const [nth, meeting] of meetings.entries()) {
      const id = natural(meeting, `${here}.meetings[${nth}]`, 0, 2 ** 30);
      if (!known.has(id)) throw new InputFault(`${here}.meetings[${nth}]`, 'unknownMeeting');
      if (mine.has(id)) throw new InputFault(`${here}.meetings[${nth}]`, 'twice');
      mine.add(id);
    }
    return {
      name: typeof part['name'] === 'string' ? part['name'] : undefined,
      meetings: [...mine],
      capacity: natural(part['capacity'], `${here}.capacity`, 0, most.tables),
    };
  });
}

/**
 * Reads a schedule: a list of bookings, or what `solve` or `resolve` gave. Meetings that the instance no longer has,
 * slots and tables that are no longer there may be in it.
 * @throws InputFault naming what is wrong with the schedule
 */
export function readSchedule(given: unknown): Booking[] {
  const whole = Array.isArray(given) ? given : object(given, 'schedule')['schedule'];
  const seen = new Set<number>();
  return list(whole, 'schedule').map((booking, at) => {
    const here = `schedule[${at}]`;
    const part = object(booking, here);
    const meeting = natural(part['meeting'], `${here}.meeting`, 0, 2 ** 30);
    if (seen.has(meeting)) throw new InputFault(`${here}.meeting`, 'twice');
    seen.add(meeting);
    return {
      meeting,
      slot: natural(part['slot'], `${here}.slot`, 1, most.slots),
      table: natural(part['table'], `${here}.table`, 1, most.tables),
    };
  });
}

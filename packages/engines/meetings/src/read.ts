import { InputFault, type Instance, type Meeting } from './types.ts';

/** Beyond these the numbers of a program would no longer fit into a thread's memory. */
const most = { participants: 5000, slots: 200, meetings: 20_000, precedences: 100_000, tables: 1_000_000 };

/** @returns the instance, its parts copied. @throws InputFault naming the part that is wrong */
export function readInstance(given: unknown): Instance {
  const all = object(given, 'instance');
  const count = (name: 'participants' | 'slots' | 'tables') =>
    number(all[name], name, name === 'tables' ? 0 : 1, most[name]);
  const participants = count('participants');
  const slots = count('slots');
  const meetings = list(all['meetings'], 'meetings');
  if (meetings.length > most.meetings) throw new InputFault('meetings', 'tooMany');
  const seen = new Set<number>();
  const read = meetings.map((meeting, at): Meeting => {
    const here = `meetings[${at}]`;
    const part = object(meeting, here);
    const id = number(part['id'], `${here}.id`, 0, 2 ** 30);
    if (seen.has(id)) throw new InputFault(`${here}.id`, 'twice');
    seen.add(id);
    const a = number(part['a'], `${here}.a`, 1, participants);
    const b = number(part['b'], `${here}.b`, 1, participants);
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
      fixedSlot: fixed === null ? null : number(fixed, `${here}.fixedSlot`, 1, slots),
      after: [...new Set(list(part['after'] ?? [], `${here}.after`))].map((earlier, nth) =>
        number(earlier, `${here}.after[${nth}]`, 0, 2 ** 30),
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
    morningSlots: number(all['morningSlots'] ?? slots, 'morningSlots', 0, slots),
    tables: count('tables'),
    fairness: number(all['fairness'], 'fairness', 0, most.tables),
    meetings: read,
    unavailable: Array.from({ length: participants }, (_, at) =>
      [...new Set(list(away[at] ?? [], `unavailable[${at}]`))].map((slot, nth) =>
        number(slot, `unavailable[${at}][${nth}]`, 1, slots),
      ),
    ),
  };
}

function object(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputFault(path, 'notAnObject');
  return value as Record<string, unknown>;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new InputFault(path, 'notAList');
  return value;
}

function number(value: unknown, path: string, least: number, largest: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new InputFault(path, 'notANaturalNumber');
  if ((value as number) < least) throw new InputFault(path, 'outOfRange');
  if ((value as number) > largest) throw new InputFault(path, 'outOfRange');
  return value as number;
}

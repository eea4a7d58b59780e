import { randomFrom } from '../random.ts';
import type { Instance, Meeting, Resource } from '../types.ts';

/** An instance that the oracle can try out: some impossible, some with circles of precedence, people without meetings. */
export function smallInstance(seed: number): Instance {
  const chance = randomFrom(seed);
  const random = (below: number) => Math.floor(chance() * below);
  const participants = 2 + random(4);
  const slots = 2 + random(4);
  const morningSlots = random(3) === 0 ? random(slots + 1) : slots;
  const size = random(8);
  const strict = random(3);
  const meetings = Array.from({ length: size }, (_, at) => {
    const a = 1 + random(participants);
    const b = 1 + ((a + random(participants - 1)) % participants);
    return {
      id: at * 3 + 1,
      a,
      b,
      session: (['any', 'any', 'any', 'morning', 'afternoon'] as const)[random(strict > 0 ? 5 : 3)]!,
      fixedSlot: strict > 1 && random(4) === 0 ? 1 + random(slots) : null,
      after: random(4) === 0 && size > 1 ? [random(size) * 3 + 1] : [],
    };
  });
  return {
    participants,
    slots,
    morningSlots,
    tables: 1 + random(3),
    fairness: random(3),
    meetings,
    unavailable: Array.from({ length: participants }, () =>
      random(3) === 0 ? [1 + random(slots), 1 + random(slots)] : [],
    ),
    resources: someResources(seed, meetings),
  };
}

/** None, or up to three that some of the meetings need; seldom one of which there is nothing. */
function someResources(seed: number, meetings: readonly Pick<Meeting, 'id'>[]): Resource[] | undefined {
  const chance = randomFrom(seed + 5e6);
  const random = (below: number) => Math.floor(chance() * below);
  if (random(3) === 0) return undefined;
  return Array.from({ length: 1 + random(3) }, () => ({
    meetings: meetings.filter(() => random(2) === 0).map(({ id }) => id),
    capacity: random(12) === 0 ? 0 : 1 + random(2),
  }));
}

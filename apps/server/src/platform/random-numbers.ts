import { v7 } from 'uuid';

export interface RandomNumbers {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number;
  /** A UUIDv7 of the given instant (ms since 1970), each later than the one before. */
  id(instant: number): string;
}

/** Numbers that look random and are always the same for one seed (mulberry32, Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): RandomNumbers {
  let state = seed | 0;
  let sequence = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    id: (instant) =>
      v7({
        msecs: instant + sequence++,
        seq: 0,
        random: Uint8Array.from({ length: 16 }, () => below(256)),
      }),
  };
}

import type { Instance } from './types.ts';

/** An instance, and what is known before any search. */
export interface Problem {
  instance: Instance;
  /** The slots that each meeting could be in, ascending, by the order of the instance's meetings: see `domains`. */
  could: readonly (readonly number[])[];
  /** The breaks that each participant has at least: see `fewestBreaks`. */
  least: readonly number[];
  /** Where each meeting was, 0 for a new one: as few as can be are to move. Null where breaks alone count. */
  was: readonly number[] | null;
}

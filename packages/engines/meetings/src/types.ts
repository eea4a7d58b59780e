/** A talk of two participants, who are numbered from 1. Slots are numbered from 1, too. */
export interface Meeting {
  id: number;
  a: number;
  b: number;
  session: 'any' | 'morning' | 'afternoon';
  fixedSlot: number | null;
  /** Ids of meetings that have to be in an earlier slot. */
  after: readonly number[];
}

/** The B2B meeting scheduling problem of Bofill et al., JAIR 12670. */
export interface Instance {
  name?: string | undefined;
  participants: number;
  slots: number;
  /** Slots 1 to this one are the morning. */
  morningSlots: number;
  /** Meetings in one slot at most. */
  tables: number;
  /** By how much the breaks of any two participants may differ. */
  fairness: number;
  meetings: readonly Meeting[];
  /** Slots in which a participant can't meet; the first list is participant 1's. */
  unavailable: readonly (readonly number[])[];
}

/** When a meeting is, and at which table (from 1). */
export interface Booking {
  meeting: number;
  slot: number;
  table: number;
}

export interface Solution {
  /**
   * `optimal` and `infeasible` are proved; `feasible` is a schedule that keeps all rules, perhaps not the best;
   * `unknown` is neither a schedule nor a proof that there is none.
   */
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Breaks of all participants together; null without a schedule. */
  breaks: number | null;
  /** No schedule has fewer breaks; null where there is none at all. */
  lowerBound: number | null;
  /** By slot, then table. */
  schedule: Booking[];
  seconds: number;
}

export type InputProblem =
  | 'notAnObject'
  | 'notAList'
  | 'notANaturalNumber'
  | 'outOfRange'
  | 'notASession'
  | 'twice'
  | 'withOneself'
  | 'unknownMeeting'
  | 'tooMany';

/** What is wrong with an instance, and where. */
export class InputFault extends Error {
  readonly path: string;
  readonly problem: InputProblem;
  constructor(path: string, problem: InputProblem) {
    super(`${path}: ${problem}`);
    this.name = 'InputFault';
    this.path = path;
    this.problem = problem;
  }
}

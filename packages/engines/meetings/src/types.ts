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

/** What there is too little of for all meetings at once, interpreters of a language, say; a renewable resource of the RCPSP. */
export interface Resource {
  name?: string | undefined;
  /** Ids of those that need it, each one unit of it. */
  meetings: readonly number[];
  /** Of these no more than so many can be in one slot. */
  capacity: number;
}

/** The B2B meeting scheduling problem of Bofill et al., JAIR 12670; resources beside tables are an addition to it. */
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
  /** None are scarce where there is no list. */
  resources?: readonly Resource[] | undefined;
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

/** The answer to a change: as few meetings moved as can be, then as few breaks; and what that costs. */
export interface Resolution {
  /** Of both, moved meetings and breaks: `optimal` is proved for the one and then for the other. */
  status: Solution['status'];
  /** Meetings that were in the schedule before and are in another slot now; null without a schedule. */
  moved: number | null;
  breaks: number | null;
  /**
   * No schedule moves fewer; none that moves so few has fewer breaks (where that is not known, none at all has).
   * Null where there is none at all.
   */
  lowerBound: { moved: number; breaks: number } | null;
  /** By slot, then table. Who was not moved keeps its table where that is possible. */
  schedule: Booking[];
  moves: { meeting: number; from: number; to: number }[];
  /** Meetings that were not in the schedule before, and those of it that are no more. */
  added: number[];
  dropped: number[];
  /** The same with as few breaks as can be, whoever has to move; null as long as it isn't begun. */
  anew: (Omit<Solution, 'seconds'> & { moved: number | null }) | null;
  /** How many breaks more than the best: what it is for the others to stay. The same number twice where that is proved. */
  price: { atLeast: number; atMost: number } | null;
  seconds: number;
}

/** What would make an instance possible that is not; breaks and by how much they differ are no matter. */
export interface Remedy {
  /**
   * `proved`: nothing less will do. `found`: it will do, perhaps less would, too. `unknown`: neither was found in time.
   */
  status: 'proved' | 'found' | 'unknown';
  /**
   * Ways, each enough by itself: as few meetings left out as can be, then as few of the others no longer fixed. Where it
   * is proved those that are known to be equally small, up to the number asked for; else one at most.
   */
  ways: { leaveOut: number[]; release: number[] }[];
  /** There are no others that are as small; else there may be. */
  complete: boolean;
  /** No way leaves out fewer meetings. */
  atLeast: number;
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
  | 'notAChange'
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

/** What a maker can give of one product in the time that is planned for. Quantities are integers, in grams say. */
export interface Supply {
  id: string;
  /** Who makes it: exposure is shared out among makers. */
  producer: string;
  /** The kind of goods within which makers stand beside each other. */
  kind: string;
  /** Units at most. */
  capacity: number;
}

/** What one buyer wants. */
export interface Want {
  id: string;
  /** Units. */
  quantity: number;
}

/** A product that would do for a want. */
export interface Match {
  want: string;
  supply: string;
  /** How good it is, 0–1000. */
  points: number;
}

export interface Problem {
  supplies: readonly Supply[];
  wants: readonly Want[];
  matches: readonly Match[];
}

/** What is given by which product to whom; units above 0, by want and then by supply as they were named. */
export interface Given {
  want: string;
  supply: string;
  units: number;
}

export type WhyShort =
  /** Nothing matches it at all. */
  | 'noMatch'
  /** All that matches it can give has been given, to it or to others. */
  | 'capacity';

export interface Shortfall {
  want: string;
  wanted: number;
  matched: number;
  why: WhyShort;
}

export interface Assignment {
  given: Given[];
  shortfalls: Shortfall[];
  /** The sum that is as large as it can be: see `worth` and `crowding`. */
  value: number;
}

/** What is wrong with a problem, and where. */
export class InputFault extends Error {
  readonly path: string;
  readonly fault: 'twice' | 'unknown' | 'notACount' | 'notPoints' | 'tooLarge';
  constructor(path: string, fault: InputFault['fault']) {
    super(`${path}: ${fault}`);
    this.path = path;
    this.fault = fault;
  }
}

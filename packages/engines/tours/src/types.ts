/** Ways of travelling between places. */
export const modes = ['road', 'rail'] as const;
export type Mode = (typeof modes)[number];

/** Time that has to stay free of visits and travel. All times of day are minutes after midnight. */
export interface Meal {
  from: number;
  to: number;
  /** How long it takes, anywhere between `from` and `to`. */
  minutes: number;
}

export interface Day {
  start: number;
  end: number;
  /** Minutes of travel at most. */
  maxTravel: number;
  maxVisits: number;
  /** In the order of the day, none overlapping another. */
  meals: readonly Meal[];
  /** Place where the day ends and the next begins; null where it may be any. */
  night: number | null;
}

/** A host's doors are open on a day (index of the problem's days) from `opens` to `closes`. */
export interface OpeningHours {
  day: number;
  opens: number;
  closes: number;
}

export interface Stop {
  id: string;
  /** Index into the travel tables. */
  place: number;
  value: number;
  /** How long the visit takes, in minutes; the whole of it within one of the opening hours. */
  minutes: number;
  windows: readonly OpeningHours[];
  /** Comes before anything that is only wished for. */
  mandatory: boolean;
  /** Visitors that the host takes at most; null for any number. */
  capacity: number | null;
}

/**
 * Which hosts to visit on which days in which order: team orienteering with time windows, with meals, nights away from the
 * start and limits of travel (Vansteenwegen, Souffriau & Van Oudheusden 2011 survey the family).
 */
export interface Problem {
  days: readonly Day[];
  stops: readonly Stop[];
  visitors: number;
  /** Place where the first day begins. */
  start: number;
  /** Minutes from place to place by mode; null where that mode doesn't go. The diagonal is a way within a place. */
  travel: Readonly<Record<Mode, readonly (readonly (number | null)[])[]>>;
}

export type PlannedItem =
  | { kind: 'leg'; from: number; to: number; mode: Mode; start: number; end: number }
  | { kind: 'visit'; stop: string; start: number; end: number }
  /** `meal` is an index of the day's meals. */
  | { kind: 'meal'; meal: number; start: number; end: number };

/** What a day holds, in order; where it begins and where it ends. What is between items is free time. */
export interface PlannedDay {
  from: number;
  to: number;
  items: PlannedItem[];
}

export type Plan = readonly PlannedDay[];

/**
 * Why a stop is not visited: more visitors than it takes; never open long enough within the days; it can't be reached while it
 * is open, even were it the only one; or the others that are visited leave no time for it.
 */
export type WhyLeftOut = 'tooManyVisitors' | 'closed' | 'outOfReach' | 'noTimeLeft';

export interface Proposal {
  /** Null where not even the days without any visit hold: a night is too far away, or a meal doesn't fit. */
  days: PlannedDay[] | null;
  /** Value of the stops that are visited. */
  value: number;
  /** No plan that visits as many mandatory stops has more value; stated for every proposal. */
  upperBound: number;
  /** Proved: most mandatory stops first, then most value. When `exact`, the least travel too, and of such the earliest visits. */
  optimal: boolean;
  method: 'exact' | 'search';
  leftOut: { stop: string; why: WhyLeftOut }[];
}

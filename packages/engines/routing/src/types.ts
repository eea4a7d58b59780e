/** A place where cargo changes over. Rates are per minute of waiting there: cargo spoils and storage is paid. */
export interface Hub {
  id: string;
  waitDecay: number;
  waitCost: number;
  /** Minutes between arriving and departing on another leg. */
  minTransfer: number;
}

/** One departure of a service. Times in minutes from any common instant; cost, emissions and decay as integers. */
export interface Leg {
  id: string;
  from: string;
  to: string;
  depart: number;
  arrive: number;
  cost: number;
  co2e: number;
  decay: number;
}

export interface Network {
  hubs: readonly Hub[];
  legs: readonly Leg[];
}

export interface Query {
  from: string;
  to: string;
  /** Minute from which the cargo can leave; it waits (and spoils, and is stored) from then on. */
  readyAt: number;
  latestArrival?: number | undefined;
  maxDecay?: number | undefined;
  maxTransfers?: number | undefined;
  avoidHubs?: readonly string[] | undefined;
  avoidLegs?: readonly string[] | undefined;
}

/** A way with what it costs: all five to be small. */
export interface Itinerary {
  legs: string[];
  arrive: number;
  cost: number;
  co2e: number;
  transfers: number;
  decay: number;
}

/** Why there is no way. */
export interface Infeasible {
  /**
   * `noConnection`: the timetable has none, whatever is allowed. `banned`: what `lift` names (as few bans as can be)
   * would have to be lifted. `limits`: each limit with the best that could be had if it alone were lifted; where none
   * alone is enough (`best` null everywhere), several are too tight together. With `lift` as well, bans stand in the
   * way besides: they would have to be lifted whatever the limits, and `best` is told as if all bans were.
   */
  reason: 'noConnection' | 'banned' | 'limits';
  lift?: { hubs: string[]; legs: string[] };
  limits?: { limit: 'latestArrival' | 'maxDecay' | 'maxTransfers'; asked: number; best: number | null }[];
}

export interface Answer {
  /** The Pareto front, one itinerary for each distinct vector, in the order of arrival, cost, co2e, transfers, decay. */
  itineraries: Itinerary[];
  infeasible?: Infeasible;
}

/** Input that isn't a network or a query: which part, and what is wrong with it. */
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
export type InputProblem =
  | 'notAnObject'
  | 'notAList'
  | 'notAnId'
  | 'notANaturalNumber'
  | 'notAnInteger'
  | 'twice'
  | 'unknownHub'
  | 'unknownLeg'
  | 'arrivesBeforeDeparture'
  | 'endsBeforeReady'
  | 'tooLarge';

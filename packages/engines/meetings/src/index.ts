export { readInstance } from './read.ts';
export { withChanges, type Change } from './changes.ts';
export { check } from './checker.ts';
export {
  leastBreaks,
  moveTo,
  placeIn,
  placesOf,
  swapOf,
  swapsOf,
  type Obstacle,
  type Place,
  type Swap,
} from './by-hand.ts';
export { contradictions, type Contradiction } from './fixed.ts';
export { shortages, type Shortage } from './resources.ts';
export {
  InputFault,
  type Booking,
  type InputProblem,
  type Instance,
  type Meeting,
  type Remedy,
  type Resource,
  type Resolution,
  type Solution,
} from './types.ts';

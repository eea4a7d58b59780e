export { readInstance } from './read.ts';
export { withChanges, type Change } from './changes.ts';
export { check } from './checker.ts';
export { leastBreaks, moveTo, placeIn, placesOf, type Obstacle, type Place } from './by-hand.ts';
export {
  InputFault,
  type Booking,
  type InputProblem,
  type Instance,
  type Meeting,
  type Resolution,
  type Solution,
} from './types.ts';

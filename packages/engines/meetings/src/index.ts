export { readInstance } from './read.ts';
export { check } from './checker.ts';
export {
  InputFault,
  type Booking,
  type InputProblem,
  type Instance,
  type Meeting,
  type Solution,
} from './types.ts';

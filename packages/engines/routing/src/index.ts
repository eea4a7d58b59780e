export { createRouter, type Profile, type Router } from './router.ts';
export { readable } from './readable.ts';
export {
  InputFault,
  type Answer,
  type Hub,
  type Infeasible,
  type InputProblem,
  type Itinerary,
  type Leg,
  type Network,
  type Query,
} from './types.ts';

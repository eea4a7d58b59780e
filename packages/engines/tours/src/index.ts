export { propose } from './propose.ts';
export { checkPlan, type Fault } from './check-plan.ts';
export { fixTimes, type Booking } from './fix-times.ts';
export {
  modes,
  type Day,
  type Meal,
  type Mode,
  type OpeningHours,
  type Plan,
  type PlannedDay,
  type PlannedItem,
  type Problem,
  type Proposal,
  type Stop,
  type WhyLeftOut,
} from './types.ts';

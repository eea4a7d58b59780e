export { assign, Matcher, mostUnits } from './assign.ts';
export {
  InputFault,
  type Assignment,
  type Given,
  type Match,
  type Problem,
  type Shortfall,
  type Supply,
  type Want,
  type WhyShort,
} from './types.ts';
export { type Feedback, type Refusal } from './feedback.ts';
export {
  mostPoints,
  score,
  type Criterion,
  type DemandFacts,
  type OfferFacts,
  type Reason,
  type Score,
} from './score.ts';

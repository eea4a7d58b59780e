export { assign, Matcher } from './assign.ts';
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

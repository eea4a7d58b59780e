import type { ShippedRule } from '../shipped.ts';
import { americanRules } from './americas.ts';
import { asiaPacificRules } from './asia-pacific.ts';
import { britishRules } from './britain.ts';
import { eurasianRules } from './eurasia.ts';
import { europeanRules } from './europe.ts';
import { gulfRules } from './gulf.ts';
import { worldRules } from './world.ts';

/** Every rule we ship, read in the source it names as far as its confidence says, reviewed by nobody yet. */
export const shippedRules: readonly ShippedRule[] = [
  ...worldRules,
  ...europeanRules,
  ...britishRules,
  ...eurasianRules,
  ...gulfRules,
  ...americanRules,
  ...asiaPacificRules,
];

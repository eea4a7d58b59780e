import { roles, type Role } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

/** Observers read facts about markets, nothing that speaks of one member or its goods. */
const notObservers = roles.filter((role) => role !== 'observer');

export const marketsPolicy: Policy = {
  'markets.listMarkets': { all: 'everyone' },
  'markets.getMarket': { all: 'everyone' },
  'markets.getVerdict': { all: notObservers },
  'markets.listRules': { all: 'everyone' },
  'markets.getRule': { all: 'everyone' },
  'markets.listHabits': { all: 'everyone' },
  'markets.getHabit': { all: 'everyone' },
  'markets.listCharges': { all: 'everyone' },
  'markets.getExchangeRate': { all: 'everyone' },
};

/** Whether the names of members that spoke may be shown to somebody in this role. */
export const mayReadVoices = (role: Role): boolean => role !== 'observer';

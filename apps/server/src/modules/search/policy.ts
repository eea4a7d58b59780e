import { roles } from '../../platform/actor.ts';
import type { Policy } from '../../platform/policy.ts';

/** Observers read totals, nothing that speaks of one member. */
const notObservers = roles.filter((role) => role !== 'observer');

export const searchPolicy: Policy = {
  'search.searchAll': { all: notObservers },
  'search.suggest': { all: notObservers },
};

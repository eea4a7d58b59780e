/** Published in the transaction that changes a rule, so that what was planned by it can be looked at again. */
export interface RuleChanged {
  /** Country, union or WORLD the rule holds in. */
  market: string;
  ruleId: string;
  change: 'added' | 'changed' | 'ended';
}

export const marketsEvents = { ruleChanged: 'markets.ruleChanged' } as const;

import type {
  checkCustomsMode as endpoint,
  CustomsMode,
  listCustomsModes,
  QueryOf,
  ResponseOf,
} from '@jiechuan/contract';
import { message } from '../../../platform/i18n/messages.ts';
import { customsRules, type CustomsRule } from './customs-rules.ts';

type Facts = QueryOf<typeof endpoint>;
type Params = Record<string, string | number>;

const worded =
  (language: string) =>
  (code: string, params: Params = {}) => ({
    code: `freight.${code}`,
    message: message(language, `freight.${code}`, params),
  });

const present = (rule: CustomsRule, language: string): ResponseOf<typeof endpoint>['rule'] => ({
  mode: rule.mode,
  name: message(language, `freight.customs.${rule.mode}.name`),
  what: message(language, `freight.customs.${rule.mode}.what`),
  conditions: rule.conditions.map((code) => worded(language)(code)),
  limit: rule.limitUsdCents === null ? null : { amount: rule.limitUsdCents, currency: 'USD' },
  source: rule.source,
});

export const presentCustomsModes = (language: string): ResponseOf<typeof listCustomsModes> => ({
  items: customsRules.map((rule) => present(rule, language)),
});

/**
 * Whether an export fits a mode. Every rule it breaks is named; what isn't told and matters is unknown, and an export
 * with something unknown doesn't fit yet.
 */
export function checkCustomsMode(
  mode: CustomsMode,
  facts: Facts,
  language: string,
): ResponseOf<typeof endpoint> {
  const rule = customsRules.find((one) => one.mode === mode)!;
  const say = worded(language);
  const reasons: ReturnType<typeof say>[] = [];
  const unknowns: ReturnType<typeof say>[] = [];
  /** Wanted, told, and neither the same: a reason; wanted and not told: unknown. */
  const want = <T>(wanted: T | undefined, told: T | undefined, broken: string, untold: string) => {
    if (wanted === undefined) return;
    if (told === undefined) unknowns.push(say(untold));
    else if (told !== wanted) reasons.push(say(broken));
  };
  if (rule.limitUsdCents !== null && facts.valueUsdCents > rule.limitUsdCents)
    reasons.push(
      say('customs.overLimit', {
        value: dollars(facts.valueUsdCents, language),
        limit: dollars(rule.limitUsdCents, language),
      }),
    );
  want(
    rule.buyer,
    facts.buyer,
    rule.buyer === 'consumer' ? 'customs.forConsumers' : 'customs.forBusinesses',
    'customs.buyerUntold',
  );
  want(
    rule.warehouse,
    facts.warehouse,
    rule.warehouse === 'bonded' ? 'customs.fromBonded' : 'customs.toOverseasWarehouse',
    'customs.warehouseUntold',
  );
  want(rule.platform, facts.platform, 'customs.overPlatform', 'customs.platformUntold');
  want(rule.marketCluster, facts.marketCluster, 'customs.fromCluster', 'customs.clusterUntold');
  want(
    rule.shutsOutRestricted ? false : undefined,
    facts.restricted,
    'customs.noRestricted',
    'customs.restrictedUntold',
  );
  return {
    mode,
    outcome: reasons.length > 0 ? 'refused' : unknowns.length > 0 ? 'unknown' : 'fits',
    reasons,
    unknowns,
    rule: present(rule, language),
  };
}

const dollars = (cents: number, language: string): string =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

import type { comparePlans as endpoint, PlanResult, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { message } from '../../platform/i18n/messages.ts';
import { findPlan, findPlanVersion } from './plan.sql.ts';
import type { PlanVersionRow } from './tables.ts';
import { roadOf } from './roads.ts';

type Compared = ResponseOf<typeof endpoint>;

/**
 * Two versions of a plan, or of two plans, side by side: the figures, what was asked for differently, and the rules
 * that came out otherwise.
 * @throws Problem platform.notFound, plans.noSuchVersion
 */
export async function comparePlans(
  trx: Db,
  actor: Actor,
  { id, from, to, with: other = id }: { id: string } & QueryOf<typeof endpoint>,
): Promise<Compared> {
  for (const plan of new Set([id, other])) await findPlan(trx, actor, 'plans.comparePlans', plan);
  const [left, right] = [await findPlanVersion(trx, id, from), await findPlanVersion(trx, other, to)];
  return {
    left: figures(left),
    right: figures(right),
    changes: changesOf(left.input, right.input, actor.language),
    checks: checksOf(left.result, right.result),
  };
}

function figures({ plan_id, version, input, result }: PlanVersionRow): Compared['left'] {
  const road = roadOf(result.roads);
  return {
    planId: plan_id,
    version,
    on: result.on,
    product: { sku: result.product.sku, names: result.product.names },
    market: input.market,
    quantity: input.quantity,
    verdict: result.verdict,
    entry: result.entry,
    costFen: road?.costFen ?? null,
    daysTenths: road?.daysTenths ?? null,
    co2eGrams: road?.co2eGrams ?? null,
    lifeLeftDays: road?.lifeLeftDays ?? null,
    perUnitFen: result.landed?.perUnitFen ?? null,
    shelfPriceFen: result.landed?.shelfPriceFen ?? null,
    lowerBound: result.landed?.lowerBound ?? true,
    gaps: result.checks.filter(({ outcome }) => outcome !== 'pass').length,
  };
}

/** What differs between two inputs, leaf by leaf. A list is one leaf. */
function changesOf(before: object, after: object, language: string): Compared['changes'] {
  const [left, right] = [leaves(before), leaves(after)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((path) => JSON.stringify(left.get(path)) !== JSON.stringify(right.get(path)))
    .map((path) => ({
      path,
      field: path
        .split('.')
        .map((part) => message(language, `plans.field.${part}`))
        .join(' · '),
      before: left.get(path) ?? null,
      after: right.get(path) ?? null,
    }));
}

function leaves(value: object, path: string[] = []): Map<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? [...leaves(inner, [...path, key])]
        : [[[...path, key].join('.'), inner] as const],
    ),
  );
}

function checksOf(before: PlanResult, after: PlanResult): Compared['checks'] {
  const [left, right] = [before, after].map(
    ({ checks }) => new Map(checks.map(({ code, outcome }) => [code, outcome])),
  ) as [Map<string, string>, Map<string, string>];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((code) => left.get(code) !== right.get(code))
    .toSorted()
    .map((code) => ({ code, before: left.get(code) ?? null, after: right.get(code) ?? null }));
}

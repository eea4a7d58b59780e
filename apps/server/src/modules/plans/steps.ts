import type { Pillar, PlanCheck, PlanReason, PlanStep, stepOwners } from '@jiechuan/contract';
import { notResearched, reason } from './reason.ts';
import { addDays } from '../../platform/today.ts';

type Owner = (typeof stepOwners)[number];

/** Who sees to what is missing, and how many days before the goods leave it must be begun (our estimate). */
const missing: Record<string, readonly [owner: Owner, days: number]> = {
  nameInLanguage: ['enterprise', 30],
  storyInLanguage: ['enterprise', 30],
  variantForMarket: ['enterprise', 30],
  photo: ['enterprise', 21],
  partner: ['association', 60],
  warehouse: ['association', 30],
  shop: ['association', 45],
  buyer: ['association', 45],
  certificate: ['enterprise', 90],
  noneExpired: ['enterprise', 60],
  classified: ['enterprise', 14],
  keeping: ['enterprise', 14],
  temperature: ['enterprise', 14],
};
const byEffect: Record<PlanCheck['effect'], readonly [Owner, number]> = {
  blocks: ['enterprise', 90],
  needsDocument: ['enterprise', 45],
  label: ['enterprise', 30],
};
/** Papers that the council issues; whoever asks must have an HS code. */
const fromCouncil = /origin|carnet/i;

const nameOf = (code: string): string => code.slice(code.indexOf('.') + 1);

export interface StepFacts {
  on: string;
  readyOn: string;
  pillars: readonly Pillar[];
  checks: readonly PlanCheck[];
  roadFound: boolean;
  habitsUnconfirmed: number;
  market: string;
}

/**
 * What to do next: each gap of rules and pillars becomes a step with an owner and a day, reckoned back from the day the
 * goods are ready and never before today; in the order of days, blocking ones first.
 */
export function stepsOf(facts: StepFacts): PlanStep[] {
  const due = (days: number): string => {
    const wanted = addDays(facts.readyOn, -days);
    return wanted < facts.on ? facts.on : wanted;
  };
  const step = (what: PlanReason, owner: Owner, days: number, blocking: boolean): PlanStep => ({
    ...what,
    owner,
    dueOn: due(days),
    blocking,
  });
  const fromRules = facts.checks
    .filter(({ outcome }) => outcome !== 'pass')
    .map((check) => {
      if (check.reason.code === notResearched)
        return step(reason('lookInto', { rule: check.code }), 'secretariat', 60, check.effect !== 'label');
      const [owner, days] = fromCouncil.test(check.code)
        ? (['council', 14] as const)
        : byEffect[check.effect];
      const name = check.outcome === 'unknown' ? 'findOut' : `close.${check.effect}`;
      return step(reason(name, { rule: check.code }), owner, days, check.effect !== 'label');
    });
  const fromPillars = facts.pillars.flatMap(({ state, items }) =>
    items
      .filter(({ there, code }) => !there && nameOf(code) in missing)
      .map(({ code, params }) => {
        const [owner, days] = missing[nameOf(code)]!;
        return step(reason(`add.${nameOf(code)}`, params), owner, days, state === 'empty');
      }),
  );
  const rest = [
    ...(facts.roadFound
      ? [step(reason('book'), 'enterprise', 7, true)]
      : [step(reason('findRoad'), 'secretariat', 14, true)]),
    ...(facts.habitsUnconfirmed > 0
      ? [
          step(
            reason('askALocal', { count: facts.habitsUnconfirmed, market: facts.market }),
            'enterprise',
            21,
            false,
          ),
        ]
      : []),
  ];
  return [...fromRules, ...fromPillars, ...rest]
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || Number(b.blocking) - Number(a.blocking))
    .slice(0, 60);
}

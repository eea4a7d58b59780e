import type { relationKinds } from '@jiechuan/contract';
import type { DemoOrganisation } from '../members/index.ts';
import { randomNumbers } from '../../platform/random-numbers.ts';
import type { Visibility } from './tables.ts';

type Kind = (typeof relationKinds)[number];

/** What one demo organisation says of another, and what the other answered; null where it hasn't yet. */
export interface DemoRelation {
  id: string;
  from: string;
  to: string;
  kind: Kind;
  since: string;
  evidence: string;
  stated: { strength: number; visibility: Visibility };
  answered: { strength: number; visibility: Visibility } | null;
  statedAt: Date;
}

const firstStated = Date.UTC(2025, 10, 1, 1);
const hour = 3_600_000;

/** The two languages that most of the alliance reads; both say that it is a demo. */
const evidences: Record<Kind, string> = {
  trade: '示范数据：有订单与付款往来。\nDemo data: orders and payments between both.',
  partnership: '示范数据：签有合作备忘录。\nDemo data: a memorandum of cooperation.',
  membership: '示范数据：在会员名册上。\nDemo data: on the register of members.',
  kinship: '示范数据：两家的东家是亲戚。\nDemo data: the owners are relatives.',
  hometown: '示范数据：同乡，常有来往。\nDemo data: from the same county, and in touch.',
  schoolmates: '示范数据：负责人是同学。\nDemo data: those in charge went to school together.',
  acquaintance: '示范数据：在展会上认识。\nDemo data: met at a trade fair.',
};

/**
 * Who knows whom in the demo alliance, always the same for the same arguments: associations know the merchants and
 * services of their country and the next association, the council knows all associations, and an enterprise knows two
 * associations, another enterprise and now and then a merchant. Some relations are hidden and some wait for an answer.
 */
export function demoRelations(
  organisations: readonly DemoOrganisation[],
  randomSeed: number,
): DemoRelation[] {
  const random = randomNumbers(randomSeed);
  const of = Object.groupBy(organisations, ({ kind }) => kind);
  const { association = [], merchant = [], provider = [], enterprise = [], council = [] } = of;
  const relations: DemoRelation[] = [];
  const told = new Set<string>();
  const view = (visibility: Visibility) => ({ strength: 45 + random.below(51), visibility });
  const state = (
    from: DemoOrganisation | undefined,
    to: DemoOrganisation | undefined,
    kind: Kind,
    { visibility = 'open', answered = true }: { visibility?: Visibility; answered?: boolean } = {},
  ) => {
    if (!from || !to || from === to) return;
    const pair = [from.id, to.id].toSorted().join();
    if (told.has(pair)) return;
    told.add(pair);
    relations.push({
      id: random.id(firstStated),
      from: from.id,
      to: to.id,
      kind,
      since: `${2010 + random.below(15)}-0${1 + random.below(9)}-01`,
      evidence: evidences[kind],
      stated: view(visibility),
      answered: answered ? view(visibility) : null,
      statedAt: new Date(firstStated + relations.length * (hour / 60)),
    });
  };
  const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
  for (const [index, one] of association.entries()) {
    for (const other of merchant) if (other.country === one.country) state(one, other, 'membership');
    for (const other of provider) if (other.country === one.country) state(one, other, 'partnership');
    state(one, at(association, index + 1), 'partnership', { visibility: 'existence' });
    state(council[0], one, 'partnership');
  }
  for (const [index, one] of enterprise.entries()) {
    // The first few know the first association: these are the accounts that the demo is looked at with.
    state(one, at(association, index < 4 ? 0 : random.below(association.length || 1)), 'hometown');
    state(one, at(association, index + 1), 'partnership', {
      visibility: random.below(3) === 0 ? 'existence' : 'open',
    });
    state(
      one,
      at(enterprise, index + 1 + random.below(40)),
      random.below(2) === 0 ? 'trade' : 'schoolmates',
      {
        visibility: random.below(4) === 0 ? 'hidden' : 'existence',
      },
    );
    // Past the first merchant, so that the demo's own enterprise and merchant don't know each other yet.
    if (index % 3 === 0 && merchant.length > 1)
      state(one, merchant[1 + random.below(merchant.length - 1)], 'trade', {
        visibility: random.below(3) === 0 ? 'hidden' : 'open',
        answered: index % 2 === 0,
      });
  }
  if (merchant.length > 3) {
    state(merchant.at(-1), enterprise[0], 'acquaintance', { answered: false });
    state(merchant.at(-2), association[0], 'acquaintance', { answered: false });
  }
  return relations;
}

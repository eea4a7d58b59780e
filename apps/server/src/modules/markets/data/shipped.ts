import type {
  ChargeKind,
  ChargeRate,
  HabitTopic,
  MarketConfidence,
  MarketSource,
  MarketUnion,
  RuleEffect,
  RulePredicate,
  RuleScope,
} from '@jiechuan/contract';

/** A fact of ours as it is written down: everything usual left out. Texts are Chinese, English, Russian. */
export type ThreeTexts = readonly [zh: string, en: string, ru: string];
export type ShortSource = Pick<MarketSource, 'title'> & Partial<MarketSource>;

/** The source of what nobody has looked into: titles of sources aren't translated, and the text says it already. */
export const noSource = '—';

export interface ShippedMarket {
  code: string;
  names: ThreeTexts;
  continent: 'asia' | 'europe' | 'africa' | 'americas' | 'oceania';
  languages: string;
  currency: string;
  unions?: readonly MarketUnion[];
}

/** The area is what the code begins with: `GB-FOOD-ANIMAL` holds in GB. */
export interface ShippedRule {
  code: string;
  effect: RuleEffect;
  scope: Partial<RuleScope>;
  predicate: RulePredicate;
  texts: ThreeTexts;
  source: ShortSource;
  confidence: MarketConfidence;
  from?: string;
  to?: string;
}

export interface ShippedHabit {
  /** `JP-SETS-OF-FOUR`; the market is what it begins with. */
  code: string;
  topic: HabitTopic;
  claim: ThreeTexts;
  advice: ThreeTexts;
  scope?: Partial<RuleScope>;
  check?: RulePredicate;
  source: ShortSource;
}

export interface ShippedCharge {
  area: string;
  kind: ChargeKind;
  name?: string;
  /** HS prefixes, each a charge of its own; none for all goods. */
  hs?: string;
  /** Null: known not to be known. */
  rate: ChargeRate | null;
  note?: ThreeTexts;
  source: ShortSource;
  confidence: MarketConfidence;
  from?: string;
}

// How rules are written in short.
export const papers = (
  ...kinds: Extract<RulePredicate, { is: 'certificateOfKind' }>['kinds']
): RulePredicate => ({
  is: 'certificateOfKind',
  kinds,
});
export const label = (...languages: string[]): RulePredicate => ({
  is: 'labelInLanguages',
  languages,
  all: false,
});
export const labelAll = (...languages: string[]): RulePredicate => ({
  is: 'labelInLanguages',
  languages,
  all: true,
});
export const allergens = (...languages: string[]): RulePredicate => ({
  is: 'allergensDeclaredIn',
  languages,
});
export const onlyAnimals = (allowed: readonly string[]): RulePredicate => ({
  is: 'noAnimalIngredientOutside',
  allowed: [...allowed],
});
export const notResearched: RulePredicate = { is: 'notResearched' };

/**
 * Animal ingredients that no rule of an area is about, so that they don't pass in silence.
 * @param part the end of the code: `JP-FOOD-ANIMAL-OTHER`
 */
export const animalsNotResearched = (
  area: string,
  part: 'ANIMAL-OTHER' | 'SEAFOOD-HONEY',
  scope: Partial<RuleScope>,
): ShippedRule => ({
  code: `${area}-FOOD-${part}`,
  effect: part === 'ANIMAL-OTHER' ? 'blocks' : 'needsDocument',
  scope,
  predicate: notResearched,
  texts:
    part === 'ANIMAL-OTHER'
      ? [
          '含乳、蛋、蜂产品、昆虫等其他动物成分的食品，当地要求尚未研究。',
          'What is asked of food with other things of an animal (milk, eggs, bee products, insects and the like) has not been researched yet.',
          'Требования к пище с другими животными ингредиентами (молоко, яйца, продукты пчеловодства, насекомые и подобное) ещё не изучены.',
        ]
      : [
          '含水产品或蜂蜜的食品，当地另有何种证书要求尚未研究。',
          'Which certificates food with seafood or honey needs has not been researched yet.',
          'Какие сертификаты нужны пище с морепродуктами или мёдом, ещё не изучено.',
        ],
  source: { title: noSource },
  confidence: 'low',
});

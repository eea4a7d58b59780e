import { addHabit, addMarketRule, type RulePredicate } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { habitColumns, ruleColumns } from './data/columns.ts';
import { shippedHabits } from './data/habits.ts';
import { shippedMarkets } from './data/markets.ts';
import { shippedRules } from './data/rules/index.ts';
import { check } from './evaluate/verdict.ts';
import { snapshotOf } from './load-market-facts.ts';
import { nothingKnown, product } from './testing/facts.ts';

/** For every rule a product that passes and one that fails, as `product()` reads them. */
const cases: Record<string, readonly [passes: string, fails: string]> = {
  'WORLD-BATTERY-UN383': ['battery has:un-38-3', 'battery'],
  'WORLD-CAVIAR-CITES': ['caviar has:cites', 'caviar'],
  'EU-FOOD-ANIMAL': ['honey', 'tallow-base'],
  'EU-FOOD-COMPOSITE': ['rabbit has:health', 'rabbit'],
  'EU-FOOD-CONTROLS': ['tea has:import-permit', 'tea'],
  'EU-FOOD-E171': ['doubanjiang', 'doubanjiang additive:E171'],
  'EU-FRUIT-PHYTO': ['lemon has:phytosanitary', 'lemon'],
  'EU-HERBS-NOVEL': ['herb has:product-registration', 'herb'],
  'EU-ELECTRICAL-CE': ['lantern has:ce', 'lantern'],
  'EU-ELECTRICAL-WEEE': ['panel has:producer-registration', 'panel has:ce'],
  'EU-BATTERY-CE': ['battery has:ce', 'battery has:un-38-3'],
  'EU-BATTERY-PRODUCER': ['battery has:producer-registration', 'battery has:ce'],
  'EU-CAR-APPROVAL': ['car has:type-approval', 'car'],
  'EU-FORCED-LABOUR': ['panel has:traceability', 'panel'],
  'EU-TOYS-CE': ['panda has:ce', 'panda'],
  'EU-CERAMICS-FOOD': ['pot has:laboratory-report', 'pot'],
  'DE-FOOD-LABEL': ['doubanjiang label:zh-CN,de', 'doubanjiang label:zh-CN'],
  'DE-FOOD-ALLERGENS': ['doubanjiang label:de', 'doubanjiang label:zh-CN'],
  'FR-FOOD-LABEL': ['doubanjiang label:fr', 'doubanjiang label:en'],
  'FR-FOOD-ALLERGENS': ['doubanjiang label:fr', 'doubanjiang label:en'],
  'IT-FOOD-LABEL': ['doubanjiang label:it', 'doubanjiang label:en'],
  'IT-FOOD-ALLERGENS': ['doubanjiang label:it', 'doubanjiang label:en'],
  'ES-FOOD-LABEL': ['doubanjiang label:es', 'doubanjiang label:en'],
  'ES-FOOD-ALLERGENS': ['doubanjiang label:es', 'doubanjiang label:en'],
  'NL-FOOD-LABEL': ['doubanjiang label:nl', 'doubanjiang label:en'],
  'NL-FOOD-ALLERGENS': ['doubanjiang label:nl', 'doubanjiang label:en'],
  'PL-FOOD-LABEL': ['doubanjiang label:pl', 'doubanjiang label:en'],
  'PL-FOOD-ALLERGENS': ['doubanjiang label:pl', 'doubanjiang label:en'],
  'HU-FOOD-LABEL': ['doubanjiang label:hu', 'doubanjiang label:en'],
  'HU-FOOD-ALLERGENS': ['doubanjiang label:hu', 'doubanjiang label:en'],
  'GB-FOOD-ANIMAL': ['honey', 'tallow-base'],
  'GB-FOOD-ANIMAL-TESTS': ['honey has:health', 'honey'],
  'GB-FOOD-LABEL': ['plant-base label:en', 'plant-base label:zh-CN'],
  'GB-FOOD-ALLERGENS': ['doubanjiang label:en', 'doubanjiang label:zh-CN'],
  'GB-FOOD-CONTROLS': ['tea has:laboratory-report', 'tea'],
  'GB-FRUIT-PHYTO': ['lemon has:phytosanitary', 'lemon'],
  'GB-ELECTRICAL-MARK': ['lantern has:ce', 'lantern'],
  'GB-BATTERY-PRODUCER': ['battery has:producer-registration', 'battery'],
  'GB-CAR-APPROVAL': ['car has:type-approval', 'car'],
  'EAEU-FOOD-DECLARATION': ['pao-cai has:eac', 'pao-cai'],
  'EAEU-FOOD-LABEL': ['pao-cai label:ru', 'pao-cai label:en'],
  'EAEU-FOOD-ALLERGENS': ['doubanjiang label:ru', 'doubanjiang label:en'],
  'EAEU-FOOD-PACKAGING': ['pao-cai has:laboratory-report', 'pao-cai'],
  'EAEU-FOOD-VETERINARY': ['honey has:health', 'honey'],
  'EAEU-FRUIT-PHYTO': ['lemon has:phytosanitary', 'lemon'],
  'EAEU-ELECTRICAL-EAC': ['lantern has:eac', 'lantern has:ce'],
  'EAEU-MACHINES-EAC': ['crankshaft has:eac', 'crankshaft'],
  'EAEU-CAR-APPROVAL': ['motorcycle has:type-approval', 'motorcycle'],
  'EAEU-TOYS-EAC': ['panda has:eac', 'panda has:ce'],
  'EAEU-TEXTILES-EAC': ['brocade has:eac', 'brocade'],
  'RU-FOOD-MARKING': ['pao-cai has:producer-registration', 'pao-cai has:eac'],
  'RU-SPIRITS-STAMPS': ['baijiu has:import-permit', 'baijiu'],
  'KZ-FOOD-LABEL': ['tea label:kk,ru', 'tea label:ru'],
  'GCC-FOOD-LABEL': ['tea label:ar,en', 'tea label:en'],
  'GCC-FOOD-ALLERGENS': ['doubanjiang label:ar', 'doubanjiang label:en'],
  'GCC-FOOD-HALAL': ['tallow-base has:halal', 'tallow-base'],
  'GCC-FOOD-LIFE-LEFT': ['pao-cai left:200', 'pao-cai left:100'],
  'GCC-FRUIT-PHYTO': ['lemon has:phytosanitary', 'lemon'],
  'GCC-TOYS-GMARK': ['panda has:product-registration', 'panda has:ce'],
  'AE-FOOD-REGISTRATION': ['tea has:product-registration', 'tea'],
  'AE-SPIRITS-LICENCE': ['baijiu has:import-permit', 'baijiu'],
  'AE-FOOD-PORK': ['tallow-base', 'sausage'],
  'SA-FOOD-REGISTRATION': ['tea has:product-registration', 'tea'],
  'SA-ALCOHOL': ['tea', 'baijiu'],
  'SA-FOOD-PORK': ['tallow-base', 'sausage'],
  'US-FOOD-FACILITY': ['tea has:fda', 'tea'],
  'US-FOOD-FSVP': ['tea has:attestation', 'tea has:fda'],
  'US-FOOD-PRIOR-NOTICE': ['tea has:import-permit', 'tea has:fda'],
  'US-FOOD-ACIDIFIED': ['pao-cai has:fce-sid', 'pao-cai has:fda'],
  'US-FOOD-LABEL': ['tea label:en', 'tea label:zh-CN'],
  'US-FOOD-ALLERGENS': ['doubanjiang label:en', 'doubanjiang label:zh-CN'],
  'US-FOOD-MEAT': ['honey', 'sausage'],
  'US-FRUIT-PERMIT': ['kiwifruit has:import-permit', 'kiwifruit has:phytosanitary'],
  'US-FOOD-RED3': ['tea', 'tea additive:erythrosine'],
  'US-SPIRITS-COLA': ['baijiu has:product-registration', 'baijiu'],
  'US-PV-UFLPA': ['panel has:traceability', 'panel has:ce'],
  'US-CAR-CONNECTED': ['car has:import-permit', 'car has:type-approval'],
  'US-CAR-FMVSS': ['car has:type-approval', 'car'],
  'CA-FOOD-LICENCE': ['tea has:importer-licence', 'tea'],
  'CA-FOOD-LABEL': ['tea label:en,fr', 'tea label:en'],
  'CA-FOOD-FRONT': ['pao-cai has:laboratory-report', 'pao-cai'],
  'CA-FOOD-ALLERGENS': ['doubanjiang label:en', 'doubanjiang label:zh-CN'],
  'CA-FOOD-MEAT': ['honey', 'sausage'],
  'CA-FRUIT-PHYTO': ['lemon has:phytosanitary', 'lemon'],
  'MX-FOOD-LABEL': ['tea label:es', 'tea label:en'],
  'MX-FOOD-SEALS': ['pao-cai has:laboratory-report', 'pao-cai'],
  'MX-FOOD-ALLERGENS': ['doubanjiang label:es', 'doubanjiang label:en'],
  'BR-FOOD-LABEL': ['tea label:pt', 'tea label:es'],
  'BR-FOOD-FRONT': ['pao-cai has:laboratory-report', 'pao-cai'],
  'JP-FOOD-NOTIFICATION': ['tea has:import-permit', 'tea'],
  'JP-FOOD-ADDITIVES': ['pao-cai', 'pao-cai additive:甜蜜素'],
  'JP-FOOD-LABEL': ['tea label:ja', 'tea label:zh-CN'],
  'JP-FOOD-ALLERGENS': ['doubanjiang label:ja', 'doubanjiang label:zh-CN'],
  'JP-FOOD-MEAT': ['rabbit has:health', 'rabbit'],
  'JP-FRUIT-FLY': ['kiwifruit', 'lemon'],
  'JP-FRUIT-PHYTO': ['kiwifruit has:phytosanitary', 'kiwifruit'],
  'KR-FOOD-FACILITY': ['tea has:facility-registration', 'tea has:fda'],
  'KR-KIMCHI-HACCP': ['kimchi has:haccp', 'kimchi'],
  'KR-FOOD-LABEL': ['tea label:ko', 'tea label:ja'],
  'KR-FOOD-ALLERGENS': ['doubanjiang label:ko', 'doubanjiang label:ja'],
  'KR-FOOD-MEAT': ['honey', 'sausage'],
  'KR-FRUIT-PHYTO': ['kiwifruit has:phytosanitary', 'kiwifruit'],
  'SG-FOOD-PERMIT': ['tea has:import-permit', 'tea'],
  'SG-FOOD-TRADER': ['tea has:importer-licence', 'tea'],
  'SG-FOOD-LABEL': ['tea label:en', 'tea label:zh-CN'],
  'SG-FOOD-ALLERGENS': ['doubanjiang label:en', 'doubanjiang label:zh-CN'],
  'SG-FOOD-MEAT': ['sausage has:health', 'sausage'],
  'TH-FOOD-REGISTRATION': ['tea has:product-registration', 'tea'],
  'TH-FOOD-IMPORTER': ['tea has:importer-licence', 'tea'],
  'TH-FOOD-LABEL': ['tea label:th', 'tea label:en'],
  'TH-FOOD-ALLERGENS': ['doubanjiang label:th', 'doubanjiang label:en'],
  'TH-FRUIT-PHYTO': ['lemon has:phytosanitary', 'lemon'],
  'ID-FOOD-HALAL': ['tea has:halal', 'tea'],
  'ID-FOOD-REGISTRATION': ['tea has:product-registration', 'tea'],
  'ID-FOOD-LABEL': ['tea label:id', 'tea label:en'],
  'ID-FOOD-ALLERGENS': ['doubanjiang label:id', 'doubanjiang label:en'],
  'AU-FOOD-ANIMAL': ['honey has:import-permit', 'honey'],
  'AU-FRUIT-PERMIT': ['lemon has:import-permit', 'lemon has:phytosanitary'],
  'AU-FOOD-LABEL': ['tea label:en', 'tea label:zh-CN'],
  'AU-FOOD-ALLERGENS': ['doubanjiang label:en', 'doubanjiang label:zh-CN'],
  'AU-FOOD-ORIGIN': ['tea label:en', 'tea label:zh-CN'],
  'AU-FOOD-INSPECTION': ['tea has:laboratory-report', 'tea'],
};

type Row = { scope: never; predicate: RulePredicate; effect: string; requirement: Record<string, string> };
const rules = shippedRules.map((rule) => ({
  code: rule.code,
  ...(snapshotOf(ruleColumns(rule)) as unknown as Row),
}));
const judge = (rule: (typeof rules)[number], line: string) => {
  const { facts, incidental } = product(line);
  return check(rule.scope, rule.predicate, { facts, incidental, on: '2027-12-31' });
};
const researched = rules.filter(({ predicate }) => predicate.is !== 'notResearched');

test('every rule that says something has a product that passes and one that fails, and no case is left over', () => {
  expect(Object.keys(cases).toSorted()).toEqual(researched.map(({ code }) => code).toSorted());
});

test.each(researched.map((rule) => [rule.code, rule] as const))(
  '%s lets the one pass and not the other',
  (code, rule) => {
    const [passes, fails] = cases[code] ?? ['', ''];
    expect(judge(rule, passes)?.outcome, passes).toBe('pass');
    expect(judge(rule, fails)?.outcome, fails).toBe('gap');
  },
);

test('what nobody has looked into passes nobody and refuses nobody', () => {
  const lines = Object.values(cases).flat();
  for (const rule of rules.filter(({ predicate }) => predicate.is === 'notResearched'))
    for (const line of lines)
      expect(['unknown', undefined], `${rule.code} ${line}`).toContain(judge(rule, line)?.outcome);
});

test('a product of which nothing is known passes no rule', () => {
  // Null where the rule is for batteries: whether there are any is always told.
  const outcomes = rules.map(
    (rule) =>
      check(rule.scope, rule.predicate, { facts: nothingKnown, on: '2027-12-31' })?.outcome ?? 'unknown',
  );
  expect(new Set(outcomes)).toEqual(new Set(['unknown']));
});

test('pao cai is not kimchi: Korea’s HACCP for kimchi doesn’t speak of it', () => {
  const kimchi = rules.find(({ code }) => code === 'KR-KIMCHI-HACCP')!;
  expect(judge(kimchi, 'pao-cai')).toBeNull();
  expect(judge(kimchi, 'kimchi')?.outcome).toBe('gap');
});

test('goods with something of an animal that is not told are neither let in nor refused', () => {
  const animal = rules.find(({ code }) => code === 'GB-FOOD-ANIMAL')!;
  const { facts } = product('tallow-base');
  const vague = { ...facts, ingredients: null, animalIngredients: ['unspecified'] };
  expect(check(animal.scope, animal.predicate, { facts: vague, on: '2026-11-24' })).toEqual({
    outcome: 'unknown',
    reason: { code: 'animalUnspecified', params: {} },
  });
});

test('a certificate that ran out before the day is no certificate', () => {
  const rule = rules.find(({ code }) => code === 'US-FOOD-FACILITY')!;
  const { facts } = product('tea');
  const held = { ...facts, certificates: [{ kind: 'fda', number: '1', validUntil: '2026-12-31' }] };
  const on = (day: string) => check(rule.scope, rule.predicate, { facts: held, on: day });
  expect(on('2026-12-31')?.outcome).toBe('pass');
  expect(on('2027-01-01')).toEqual({
    outcome: 'gap',
    reason: { code: 'certificateExpired', params: { kind: 'fda', validUntil: '2026-12-31' } },
  });
});

test('every shipped rule and habit is one that the secretariat could have written, in three languages, with its source', () => {
  const areas = new Set([
    ...shippedMarkets.map(({ code }) => code),
    ...shippedMarkets.flatMap(({ unions = [] }) => unions),
    'WORLD',
  ]);
  for (const rule of shippedRules) {
    const row = snapshotOf(ruleColumns(rule));
    expect(areas, rule.code).toContain(row['area']);
    const body = {
      code: row['code'],
      area: row['area'],
      effect: row['effect'],
      scope: row['scope'],
      predicate: row['predicate'],
      requirement: row['requirement'],
      evidence: row['evidence'],
      source: row['source'],
      validFrom: row['valid_from'],
      validTo: row['valid_to'],
      confidence: row['confidence'],
    };
    expect(addMarketRule.body.safeParse(body).error, rule.code).toBeUndefined();
    expect(Object.keys(row['requirement'] as object)).toEqual(['zh-CN', 'en', 'ru']);
    // Whoever says high has a page to show for it.
    if (rule.confidence === 'high') expect(rule.source.url, rule.code).toBeDefined();
  }
  for (const habit of shippedHabits) {
    const { code, shipped_hash: _, ...row } = habitColumns(habit);
    const body = snapshotOf(row);
    expect(addHabit.body.safeParse(body).error, code).toBeUndefined();
  }
  expect(new Set(shippedRules.map(({ code }) => code)).size).toBe(shippedRules.length);
  expect(new Set(shippedHabits.map(({ code }) => code)).size).toBe(shippedHabits.length);
  expect(shippedMarkets.length).toBeGreaterThanOrEqual(20);
});

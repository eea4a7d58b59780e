import { planAssumptions, planInput } from '@jiechuan/contract';
import { expect, test } from 'vitest';
import { valuesOf } from '../../platform/forms.ts';
import { assumptionGroups, assumptionsOf, typedAssumption, wishesOf } from './plan-values.ts';

const defaults = planAssumptions.parse({});

function formOf(fields: readonly (readonly [name: string, value: string])[]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return valuesOf(form);
}

test('the form shows every assumption of the contract, each once', () => {
  const leaves = (value: object, prefix = ''): string[] =>
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null ? leaves(inner, `${prefix}${name}.`) : [prefix + name],
    );
  const shown = Object.values(assumptionGroups).flatMap((group) => group.map(([path]) => path as string));
  expect(shown.toSorted()).toEqual(leaves(defaults).toSorted());
});

test('assumptions that are shown and sent back as they were stay as they were', () => {
  const fields = Object.values(assumptionGroups).flatMap((group) =>
    group.map(
      ([path, written]) => [`assumptions.${path}`, typedAssumption(defaults, path, written)] as const,
    ),
  );
  expect(assumptionsOf(formOf([...fields, ['told', 'assumptions']]), defaults)).toEqual(defaults);
});

test('a rent in yuan and a share in percent become fen and millionths; what is not shown keeps its number', () => {
  const told = assumptionsOf(
    formOf([
      ['assumptions.build.monthlyRentFen', '45 000.50'],
      ['assumptions.borrow.commissionPpm', '12.5'],
      ['assumptions.unitsPerMonth', '800'],
    ]),
    defaults,
  );
  expect(planAssumptions.parse(told)).toEqual({
    ...defaults,
    unitsPerMonth: 800,
    borrow: { ...defaults.borrow, commissionPpm: 125_000 },
    build: { ...defaults.build, monthlyRentFen: 4_500_050 },
  });
});

test('units a month that are emptied are told by nobody again', () => {
  const before = { ...defaults, unitsPerMonth: 800 };
  expect(assumptionsOf(formOf([['told', 'assumptions']]), before).unitsPerMonth).toBeNull();
  expect(assumptionsOf(formOf([]), before).unitsPerMonth).toBe(800);
});

test('what is no number stays as it was typed, so that it can be refused by name', () => {
  const told = assumptionsOf(formOf([['assumptions.insurancePpm', 'a third']]), defaults);
  const refused = planAssumptions.safeParse(told);
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([['insurancePpm']]);
});

test('a filled form is a plan that the contract accepts', () => {
  const values = formOf([
    ['quantity', '1,200'],
    ['readyOn', '2026-12-01'],
    ['destination', 'moscow'],
    ['incoterm', 'DDP'],
    ['lifeLeftDays', '30'],
    ['lifeAtArrivalDays', '10'],
    ['wish', 'fastest'],
    ['avoidHubs[]', 'alashankou'],
    ['avoidHubs[]', 'dostyk'],
    ['price.amount', '12.80'],
    ['price.currency', 'CNY'],
    ['price.incoterm', 'EXW'],
    ['setSize', ''],
  ]);
  const body = { productId: '01a14e2d-3371-7000-8000-014f3eb2e748', market: 'RU', ...wishesOf(values) };
  expect(planInput.parse(body)).toMatchObject({
    quantity: 1200,
    readyOn: '2026-12-01',
    lifeLeftDays: 30,
    lifeAtArrivalDays: 10,
    avoidHubs: ['alashankou', 'dostyk'],
    price: { amount: 1280, currency: 'CNY', incoterm: 'EXW' },
    setSize: null,
    assumptions: defaults,
  });
});

test('a form with only what must be told leaves the rest to the plan', () => {
  const values = formOf([
    ['quantity', '500'],
    ['incoterm', 'DAP'],
    ['wish', 'balanced'],
    ['price.currency', 'CNY'],
    ['price.incoterm', 'EXW'],
  ]);
  const body = { productId: '01a14e2d-3371-7000-8000-014f3eb2e748', market: 'RU', ...wishesOf(values) };
  expect(planInput.parse(body)).toMatchObject({
    readyOn: null,
    destination: null,
    price: null,
    avoidHubs: [],
  });
});

import { customsModes, type CustomsMode, type postalServices } from '@jiechuan/contract';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../platform/i18n/messages.ts';
import { checkCustomsMode, quoteParcel } from '../index.ts';
import { presentCustomsModes } from './check-customs-mode.ts';

type Ask = Parameters<typeof quoteParcel>[0];
const ask = (change: Partial<Ask> = {}, language = 'en') =>
  quoteParcel(
    {
      country: 'HU',
      weightG: 1500,
      lengthMm: 300,
      widthMm: 200,
      heightMm: 100,
      batteries: false,
      dangerous: false,
      service: 'small-packet',
      ...change,
    },
    language,
  );
const of = (quote: ReturnType<typeof ask>, service: (typeof postalServices)[number]) =>
  quote.items.find((one) => one.service === service)!;
const codes = (quote: ReturnType<typeof ask>, service: (typeof postalServices)[number]) =>
  of(quote, service).reasons.map(({ code }) => code.replace('freight.', ''));

describe('the post', () => {
  test('refuses a small packet of 2.3 kg, says why and offers EMS', () => {
    const quote = ask({ weightG: 2300 });
    expect(quote).toMatchObject({ asked: 'small-packet', accepted: false, offered: 'ems' });
    expect(of(quote, 'small-packet')).toMatchObject({
      price: null,
      reasons: [{ message: 'It weighs 2300 g; at most 2000 g are taken.' }],
    });
    expect(of(quote, 'ems')).toMatchObject({
      accepted: true,
      price: { currency: 'CNY', confidence: 'estimated' },
    });
  });

  test('takes a small packet of exactly 2 kg, 60 cm long, 90 cm in all', () => {
    const most = { weightG: 2000, lengthMm: 600, widthMm: 200, heightMm: 100 };
    expect(ask(most)).toMatchObject({ accepted: true, offered: null });
    expect(codes(ask({ ...most, weightG: 2001 }), 'small-packet')).toEqual(['parcelTooHeavy']);
    expect(codes(ask({ ...most, lengthMm: 601, heightMm: 99 }), 'small-packet')).toEqual(['parcelTooLong']);
    expect(codes(ask({ ...most, widthMm: 201 }), 'small-packet')).toEqual(['parcelTooLarge']);
  });

  test('reads the sides in whatever order they are given', () => {
    expect(codes(ask({ lengthMm: 100, widthMm: 100, heightMm: 650 }), 'small-packet')).toEqual([
      'parcelTooLong',
    ]);
  });

  test('refuses batteries and dangerous goods in every service and offers none', () => {
    for (const change of [{ batteries: true }, { dangerous: true }]) {
      const quote = ask(change);
      expect(quote).toMatchObject({ accepted: false, offered: null });
      expect(quote.items.every(({ accepted }) => !accepted)).toBe(true);
    }
    expect(codes(ask({ batteries: true }), 'ems')).toEqual(['parcelBatteries']);
    expect(codes(ask({ batteries: false }), 'ems')).toEqual([]);
  });

  test('knows EMS limits by country, and takes the strictest where it knows none', () => {
    expect(of(ask({ country: 'MY', weightG: 39_000 }), 'ems').accepted).toBe(true);
    expect(of(ask({ country: 'PL', weightG: 20_001 }), 'ems').accepted).toBe(false);
    expect(codes(ask({ country: 'ID', lengthMm: 601, heightMm: 90 }), 'ems')).toEqual(['parcelTooLong']);
    expect(of(ask({ country: 'NG', weightG: 20_001 }), 'ems').accepted).toBe(false);
    expect(codes(ask({ country: 'JP', lengthMm: 1000, widthMm: 300, heightMm: 300 }), 'ems')).toEqual([
      'parcelGirth',
    ]);
  });

  test('names every rule that is broken, in each language', () => {
    for (const language of languages) {
      const quote = ask({ weightG: 40_000, lengthMm: 3000, batteries: true }, language);
      expect(codes(quote, 'small-packet')).toEqual([
        'parcelTooHeavy',
        'parcelTooLong',
        'parcelTooLarge',
        'parcelBatteries',
      ]);
      for (const { reasons } of quote.items)
        for (const { message } of reasons) expect(message).not.toMatch(/^freight\.|\{\{/);
    }
  });

  test('asks more for more weight, never less', () => {
    let last = 0;
    for (let weightG = 1; weightG <= 20_000; weightG += 333) {
      const { price } = of(ask({ weightG }), 'ems');
      expect(price!.amount).toBeGreaterThanOrEqual(last);
      last = price!.amount;
    }
  });

  test('refuses a country that there isn’t', () => {
    expect(() => ask({ country: 'XX' })).toThrow('freight.countryUnknown');
  });
});

describe('customs modes', () => {
  const fits: Record<CustomsMode, Parameters<typeof checkCustomsMode>[1]> = {
    '0110': { valueUsdCents: 99_000_000 },
    '1039': { valueUsdCents: 15_000_000, marketCluster: true, restricted: false },
    '1210': { valueUsdCents: 10_000, buyer: 'consumer', warehouse: 'bonded', platform: true },
    '9610': { valueUsdCents: 10_000, buyer: 'consumer', platform: true },
    '9710': { valueUsdCents: 1_000_000, buyer: 'business', platform: true },
    '9810': { valueUsdCents: 1_000_000, warehouse: 'overseas', platform: true },
  };
  const broken: Partial<Record<CustomsMode, object>> = {
    '1039': { marketCluster: false },
    '1210': { warehouse: 'overseas' },
    '9610': { buyer: 'business' },
    '9710': { buyer: 'consumer' },
    '9810': { warehouse: 'none' },
  };
  const check = (mode: CustomsMode, change: object = {}) =>
    checkCustomsMode(mode, { ...fits[mode], ...change }, 'en');

  test('1039 takes a declaration of exactly US$150,000 and refuses US$150,001', () => {
    expect(check('1039').outcome).toBe('fits');
    const over = check('1039', { valueUsdCents: 15_000_100 });
    expect(over).toMatchObject({
      outcome: 'refused',
      reasons: [{ message: 'One declaration of $150,001 is over the limit of $150,000.' }],
    });
    expect(check('0110', { valueUsdCents: 15_000_100 }).outcome).toBe('fits');
  });

  test.each(customsModes)('%s takes what it is for', (mode) => {
    expect(check(mode)).toMatchObject({ outcome: 'fits', reasons: [], unknowns: [] });
  });

  test.each(Object.entries(broken))('%s refuses what it is not for', (mode, change) => {
    expect(check(mode as CustomsMode, change)).toMatchObject({ outcome: 'refused' });
  });

  test('what isn’t told is unknown and never a yes; a reason weighs more', () => {
    expect(checkCustomsMode('9610', { valueUsdCents: 1 }, 'en')).toMatchObject({
      outcome: 'unknown',
      reasons: [],
    });
    expect(checkCustomsMode('9610', { valueUsdCents: 1, buyer: 'business' }, 'en').outcome).toBe('refused');
  });

  test('restricted goods are shut out of 1039', () => {
    expect(check('1039', { restricted: true }).outcome).toBe('refused');
  });

  test('every mode is told in each language, with a source', () => {
    for (const language of languages)
      for (const { mode, name, what, conditions, source } of presentCustomsModes(language).items) {
        for (const text of [name, what, ...conditions.map(({ message }) => message)])
          expect(text, `${language} ${mode}`).not.toMatch(/^freight\./);
        expect(source.title).not.toBe('');
      }
  });
});

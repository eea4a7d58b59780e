import type { Pillar, PlanReason, ProductPage } from '@jiechuan/contract';
import type { PartnersInCountry } from '../members/index.ts';
import { reason } from './reason.ts';

export interface PillarFacts {
  product: Pick<
    ProductPage,
    | 'names'
    | 'descriptions'
    | 'variants'
    | 'photos'
    | 'certificates'
    | 'hs6'
    | 'shelfLifeDays'
    | 'storage'
    | 'minTemperature'
    | 'maxTemperature'
    | 'geographicalIndication'
  >;
  market: { code: string; languages: readonly string[] };
  partners: PartnersInCountry;
  /** Day on which papers must still be valid: arrival, or the day the goods are ready. */
  on: string;
}

type Item = PlanReason & {
  there: boolean;
  /** Without any item of this kind the pillar is empty. */
  core: boolean;
};

const primary = (tag: string): string => tag.split('-')[0]!.toLowerCase();
const item = (name: string, there: boolean, core = false, params: PlanReason['params'] = {}): Item => ({
  ...reason(name, params),
  there,
  core,
});

/**
 * The three pillars of a plan. `full`: every item is there; `empty`: none of those without which the pillar is only a
 * word (told to the people there in their own language; somebody there who shows and sells; a paper of quality that is
 * valid when the goods arrive); else `part`. An empty pillar keeps the plan from being ready.
 */
export function pillarsOf(facts: PillarFacts): Pillar[] {
  return [
    pillar('culture', cultureOf(facts)),
    pillar('channel', channelOf(facts)),
    pillar('quality', qualityOf(facts)),
  ];
}

function pillar(name: Pillar['pillar'], items: readonly Item[]): Pillar {
  const state = items.every(({ there }) => there)
    ? 'full'
    : items.some(({ there, core }) => there && core)
      ? 'part'
      : 'empty';
  return { pillar: name, state, items: items.map(({ core: _core, ...rest }) => rest) };
}

function cultureOf({ product, market }: PillarFacts): Item[] {
  const spoken = new Set(market.languages.map(primary));
  const inLanguage = (texts: Record<string, string>): boolean =>
    Object.keys(texts).some((tag) => spoken.has(primary(tag)));
  const variant = product.variants.find((one) => one.market === market.code);
  const languages = market.languages.join(', ');
  return [
    item('nameInLanguage', inLanguage({ ...product.names, ...variant?.names }), true, { languages }),
    item('storyInLanguage', inLanguage(product.descriptions), true, { languages }),
    item('variantForMarket', variant !== undefined, true, { market: market.code }),
    item('photo', product.photos.length > 0),
    item('originProtected', product.geographicalIndication !== null),
  ];
}

function channelOf({ product, market, partners }: PillarFacts): Item[] {
  const kept = partners.resources.filter(
    ({ kind, temperatureClass }) =>
      kind === 'warehouse' && (product.storage === 'none' || temperatureClass === product.storage),
  );
  const lends = (kind: string): number =>
    partners.resources.reduce((sum, one) => sum + (one.kind === kind ? one.count : 0), 0);
  const warehouses = kept.reduce((sum, { count }) => sum + count, 0);
  return [
    item('partner', partners.total > 0, true, { count: partners.total, market: market.code }),
    item('warehouse', warehouses > 0, false, { count: warehouses, storage: product.storage }),
    item('shop', lends('shop') > 0, true, { count: lends('shop') }),
    item('buyer', lends('buyer') > 0, true, { count: lends('buyer') }),
  ];
}

/** Papers that speak of how goods are made; a certificate of origin or a geographical indication doesn't. */
const ofQuality = new Set([
  'food-licence',
  'organic',
  'halal',
  'kosher',
  'haccp',
  'iso-22000',
  'brc',
  'gacc',
  'fda',
  'eac',
  'ce',
  'other',
]);

function qualityOf({ product, on }: PillarFacts): Item[] {
  const papers = product.certificates.filter(({ kind }) => ofQuality.has(kind));
  const valid = papers.filter(({ validUntil }) => validUntil === null || validUntil >= on);
  const expired = papers.length - valid.length;
  return [
    item('certificate', valid.length > 0, true, { count: valid.length, on }),
    item('noneExpired', expired === 0, false, { count: expired, on }),
    item('classified', product.hs6 !== null, false, { hs6: product.hs6 ?? '' }),
    item('keeping', product.storage === 'none' || product.shelfLifeDays !== null, false, {
      days: product.shelfLifeDays ?? 0,
    }),
    item(
      'temperature',
      product.storage === 'none' || (product.minTemperature !== null && product.maxTemperature !== null),
    ),
  ];
}

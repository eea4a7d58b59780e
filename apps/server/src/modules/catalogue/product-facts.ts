import { unspecifiedAnimal, type Packing, type ProductFacts } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { getProduct } from './get-product.ts';
import { findIngredients } from './vocabulary/index.ts';

type Page = Awaited<ReturnType<typeof getProduct>>;

/** What the label names counts more than the box. Declared “none” is known to be none; “contains” without saying what is told so; silence is not known. */
function animalsOf(page: Page, animals: string[]): string[] | null {
  if (animals.length > 0) return animals;
  if (page.animalIngredients === 'none') return [];
  return page.animalIngredients === 'contains' ? [unspecifiedAnimal] : null;
}

/** How many stand together in what is sold as one: packs of several units and inner boxes. */
function packSizesOf(packing: readonly Packing[]): number[] | null {
  if (packing.length === 0) return null;
  const sizes = packing
    .filter(({ level }) => level === 'unit' || level === 'inner')
    .map(({ contains }) => contains);
  return sizes.filter((size) => size > 1);
}

/**
 * What the rules of a market are asked about a product, as far as this reader may see it; the label and the packing
 * are those of the market's variant, where it has one.
 * @param input.market ISO 3166-1 alpha-2
 * @throws Problem platform.notFound
 */
export async function productFactsFor(
  trx: Db,
  actor: Actor,
  input: { id: string; market: string },
): Promise<{ names: Record<string, string>; facts: ProductFacts }> {
  const page = await getProduct(trx, actor, input.id);
  const variant = page.variants.find(({ market }) => market === input.market);
  const declared = Object.values(page.ingredients);
  const { keys, animals } = findIngredients(declared);
  const silent = declared.length === 0;
  return {
    names: page.names,
    facts: {
      hs6: page.hs6,
      category: page.category,
      kind: page.kind,
      storageClass: page.storage,
      minTenthsC: page.minTemperature,
      maxTenthsC: page.maxTemperature,
      shelfLifeDays: page.shelfLifeDays,
      ingredients: silent ? null : keys,
      animalIngredients: animalsOf(page, animals),
      // An empty list beside no ingredients at all was never filled in.
      allergens: silent && page.allergens.length === 0 ? null : page.allergens,
      additives: silent && page.additives.length === 0 ? null : page.additives,
      batteries: page.batteries,
      dangerous: page.dangerous,
      alcoholPermille: null,
      certificates: page.certificates.map(({ kind, number, validUntil }) => ({ kind, number, validUntil })),
      labelLanguages: variant && variant.labelLanguages.length > 0 ? variant.labelLanguages : null,
      geographicalIndication: page.geographicalIndication,
      packSizes: packSizesOf(variant && variant.packing.length > 0 ? variant.packing : page.packing),
    },
  };
}

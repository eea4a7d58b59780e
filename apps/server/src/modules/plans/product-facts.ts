import { unspecifiedAnimal, type ProductFacts, type ProductPage } from '@jiechuan/contract';
import { ingredientsOfKind } from '../catalogue/index.ts';

/**
 * What a market's rules are asked about, from the product's page. What the product doesn't say is null, which is never
 * a pass. The ingredients of its kind stand in for its own words, which no rule can read.
 */
export function factsOf(product: ProductPage, market: string, setSize: number | null): ProductFacts {
  const kind = product.kind === null ? undefined : ingredientsOfKind(product.kind);
  const variant = product.variants.find((one) => one.market === market);
  const words = product.ingredients['en']?.split(/[,;，；、]/).map((word) => word.trim().toLowerCase());
  return {
    hs6: product.hs6,
    category: product.category,
    kind: product.kind,
    storageClass: product.storage,
    minTenthsC: product.minTemperature,
    maxTenthsC: product.maxTemperature,
    shelfLifeDays: product.shelfLifeDays,
    ingredients: kind && kind.all.length > 0 ? [...kind.all] : (words ?? null),
    animalIngredients: animalsOf(product, kind?.animal ?? []),
    allergens: product.allergens,
    additives: product.additives,
    batteries: product.batteries,
    dangerous: product.dangerous,
    // Drinks with alcohol are headings 2203–2208; of these nobody has said how strong they are.
    alcoholPermille: product.hs6 === null || /^220[3-8]/.test(product.hs6) ? null : 0,
    certificates: product.certificates.map(({ kind: of, number, validUntil }) => ({
      kind: of,
      number,
      validUntil,
    })),
    labelLanguages: variant && variant.labelLanguages.length > 0 ? variant.labelLanguages : null,
    geographicalIndication: product.geographicalIndication,
    packSizes: setSize === null ? null : [setSize],
  };
}

function animalsOf(
  { animalIngredients }: Pick<ProductPage, 'animalIngredients'>,
  known: readonly string[],
): string[] | null {
  if (animalIngredients === 'unknown') return null;
  if (animalIngredients === 'none') return [];
  return known.length > 0 ? [...known] : [unspecifiedAnimal];
}

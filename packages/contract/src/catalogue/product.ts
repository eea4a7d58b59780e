import { z } from 'zod';
import { formed } from '../form.ts';
import { checkGtin } from '../codes/index.ts';
import { countryCode, currencyCode, hs6, idSchema, instant, languageTag, version } from '../scalars.ts';
import { localisedPlainText, plainText } from '../text.ts';
import {
  allergen,
  animalIngredient,
  incoterm,
  packingLevel,
  productState,
  quantityUnit,
  storageClass,
  storageLimits,
  type StorageClass,
} from './vocabulary.ts';

/** An enterprise's own number for a product: visible characters, no spaces at the ends. */
export const sku = formed('sku', /^[\p{L}\p{N}][\p{L}\p{N}._/#+-]{0,62}$/u, z.string().trim());

/** GTIN-8, -12, -13 or -14 with its check digit. */
export const gtin = z.string().superRefine((value, context) => {
  const check = checkGtin(value);
  if (check.ok) return;
  context.addIssue(
    check.reason === 'check-digit'
      ? {
          code: 'custom',
          params: { code: 'catalogue.gtinCheckDigit', expected: check.expected },
          input: value,
        }
      : { code: 'custom', params: { code: 'catalogue.gtinShape' }, input: value },
  );
});

/** Tenths of a degree Celsius; from the coldest store to the hottest hold. */
const tenths = z.int().min(-900).max(700);
const grams = z.int().min(0).max(100_000_000);
const millimetres = z.int().min(1).max(20_000);

/** An amount in the currency's minor unit (fen, cent). */
export const minorUnits = z.int().min(0).max(1_000_000_000_000);

/** One level of packing: how many of the level below, what it weighs and measures. */
export const packing = z.strictObject({
  level: packingLevel,
  contains: z.int().min(1).max(1_000_000).default(1),
  netGrams: grams,
  grossGrams: grams,
  lengthMm: millimetres.nullable().default(null),
  widthMm: millimetres.nullable().default(null),
  heightMm: millimetres.nullable().default(null),
  gtin: gtin.nullable().default(null),
});
export type Packing = z.infer<typeof packing>;

/** A price from a quantity on. `byAgreement`: the amount is shown to signed-in members only. */
export const priceBand = z.strictObject({
  minQuantity: z.int().min(1).max(100_000_000),
  amount: minorUnits,
  currency: currencyCode,
  incoterm,
  place: plainText(100),
  byAgreement: z.boolean().default(false),
});
export type PriceBand = z.infer<typeof priceBand>;

export const originSchema = z.strictObject({
  /** County-level division of China by its GB/T 2260 code. */
  code: formed('division', /^[1-9]\d{5}$/)
    .nullable()
    .default(null),
  /** As the label says it. */
  text: plainText(100).nullable().default(null),
});

/** What an enterprise says of a product. Everything but sku, names and category may be told later. */
export const productFields = {
  sku,
  names: localisedPlainText(200),
  descriptions: localisedPlainText(8000, 0).default({}),
  /** Key of the kind in the vocabulary (`pixian-doubanjiang`). */
  kind: formed('kind', /^[a-z0-9-]{1,60}$/)
    .nullable()
    .default(null),
  category: formed('category', /^[a-z0-9-]{1,40}$/),
  hs6: hs6.nullable().default(null),
  gtin: gtin.nullable().default(null),
  origin: originSchema.default({ code: null, text: null }),
  storage: storageClass.default('ambient'),
  minTemperature: tenths.nullable().default(null),
  maxTemperature: tenths.nullable().default(null),
  shelfLifeDays: z.int().min(1).max(36_500).nullable().default(null),
  ingredients: localisedPlainText(4000, 0).default({}),
  allergens: z.array(allergen).max(14).default([]),
  additives: z.array(plainText(100)).max(50).default([]),
  animalIngredients: animalIngredient.default('unknown'),
  batteries: z.boolean().default(false),
  dangerous: z.boolean().default(false),
  geographicalIndication: plainText(100).nullable().default(null),
  minimumOrder: z.int().min(1).max(100_000_000).nullable().default(null),
  unit: quantityUnit.default('H87'),
  monthlyCapacity: z.int().min(0).max(1_000_000_000).nullable().default(null),
  leadTimeDays: z.int().min(0).max(1000).nullable().default(null),
  packing: z.array(packing).max(4).default([]),
  prices: z.array(priceBand).max(20).default([]),
} as const;

interface Ruled {
  storage?: StorageClass | undefined;
  minTemperature?: number | null | undefined;
  maxTemperature?: number | null | undefined;
  packing?: readonly Packing[] | undefined;
  prices?: readonly PriceBand[] | undefined;
}

/** Rules between fields, the same for the API and for imports. */
export function checkProduct(value: Ruled, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], code: string, params: Record<string, string | number> = {}) =>
    context.addIssue({
      code: 'custom',
      path,
      params: { code: `catalogue.${code}`, ...params },
      input: value,
    });
  const { minTemperature, maxTemperature, storage, packing: levels = [], prices = [] } = value;
  if (
    typeof minTemperature === 'number' &&
    typeof maxTemperature === 'number' &&
    minTemperature > maxTemperature
  )
    refuse(['maxTemperature'], 'temperatureOrder');
  if (storage !== undefined) {
    const [coldest, warmest] = storageLimits[storage];
    for (const [field, degrees] of Object.entries({ minTemperature, maxTemperature }))
      if (typeof degrees === 'number' && (degrees < coldest || degrees > warmest))
        refuse([field], 'temperatureOutsideClass', { low: coldest / 10, high: warmest / 10 });
  }
  for (const [index, level] of levels.entries()) {
    if (level.grossGrams < level.netGrams) refuse(['packing', index, 'grossGrams'], 'grossBelowNet');
    if (levels.findIndex((other) => other.level === level.level) !== index)
      refuse(['packing', index, 'level'], 'levelTwice');
  }
  for (const [index, band] of prices.entries()) {
    if (prices.findIndex((other) => sameBand(other, band)) !== index)
      refuse(['prices', index, 'minQuantity'], 'priceTwice', { quantity: band.minQuantity });
  }
}

/** Two bands overlap when they begin at one quantity on the same terms: then nobody knows which price holds. */
const sameBand = (a: PriceBand, b: PriceBand): boolean =>
  a.minQuantity === b.minQuantity &&
  a.currency === b.currency &&
  a.incoterm === b.incoterm &&
  a.byAgreement === b.byAgreement &&
  plainPlace(a.place) === plainPlace(b.place);
const plainPlace = (place: string): string => place.normalize('NFKC').toLowerCase();

export const productInput = z.strictObject(productFields).superRefine(checkProduct);
export type ProductInput = z.infer<typeof productInput>;

const without = <S extends z.ZodType>(schema: S) =>
  schema instanceof z.ZodDefault ? schema.unwrap() : schema;
/** An edit: only the fields named change. */
export const productChange = z
  .strictObject(
    Object.fromEntries(
      Object.entries(productFields).map(([key, schema]) => [key, (without(schema) as z.ZodType).optional()]),
    ) as { [K in keyof typeof productFields]: z.ZodOptional<z.ZodType<z.output<(typeof productFields)[K]>>> },
  )
  .superRefine(checkProduct);
export type ProductChange = z.infer<typeof productChange>;

/** Who makes it, as a card names them. */
export const makerSchema = z.object({ id: idSchema, names: z.record(z.string(), z.string()) });

export const photoSchema = z.object({ fileId: idSchema, alt: z.record(z.string(), z.string()) });

/** What a market gets that differs from the product at home. */
export const variantInput = z.strictObject({
  names: localisedPlainText(200, 0).default({}),
  size: plainText(100).nullable().default(null),
  recipe: plainText(2000).nullable().default(null),
  labelLanguages: z.array(languageTag).max(10).default([]),
  packing: z.array(packing).max(4).default([]),
});
export const variantSchema = variantInput.extend({ market: countryCode });
export type Variant = z.infer<typeof variantSchema>;

/** The little that lists show of a product. */
export const productCard = z.object({
  id: idSchema,
  sku: z.string(),
  names: z.record(z.string(), z.string()),
  category: z.string(),
  storage: storageClass,
  hs6: z.string().nullable(),
  gtin: z.string().nullable(),
  origin: z.object({ code: z.string().nullable(), text: z.string().nullable() }),
  geographicalIndication: z.string().nullable(),
  shelfLifeDays: z.int().nullable(),
  /** The lowest public price, if any. */
  price: z.object({ amount: z.int(), currency: z.string(), incoterm, unit: quantityUnit }).nullable(),
  photoFileId: idSchema.nullable(),
  maker: makerSchema,
  demo: z.boolean(),
});
export type ProductCard = z.infer<typeof productCard>;

/** A product's page. */
export const productPage = z.object({
  id: idSchema,
  state: productState,
  ...(Object.fromEntries(Object.entries(productFields).map(([key, schema]) => [key, without(schema)])) as {
    [K in keyof typeof productFields]: z.ZodType<z.output<(typeof productFields)[K]>>;
  }),
  /** Price bands the reader may see. */
  prices: z.array(priceBand),
  /** True when there are bands the reader may not see. */
  pricesByAgreement: z.boolean(),
  maker: makerSchema,
  photos: z.array(photoSchema),
  certificates: z.array(
    z.object({
      id: idSchema,
      kind: z.string(),
      number: z.string(),
      issuer: z.string(),
      validFrom: z.string().nullable(),
      validUntil: z.string().nullable(),
      fileId: idSchema.nullable(),
    }),
  ),
  variants: z.array(variantSchema),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  demo: z.boolean(),
  version,
});
export type ProductPage = z.infer<typeof productPage>;

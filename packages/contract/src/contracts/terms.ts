import { z } from 'zod';
import { incoterm, quantityUnit } from '../catalogue/vocabulary.ts';
import { minorUnits } from '../catalogue/product.ts';
import { calendarDate, currencyCode, hs6, idSchema } from '../scalars.ts';
import { plainText } from '../text.ts';

/** What a deal's paper is: a letter of intent binds nobody to buy; each purchase under a framework has a contract of its own. */
export const contractKinds = ['intent', 'framework', 'purchase', 'agency', 'service'] as const;
export const contractKind = z.enum(contractKinds);
export type ContractKind = z.infer<typeof contractKind>;

/** The language that stands beside Chinese. */
export const contractLanguages = ['en', 'ru'] as const;

/** Arbitration institutions a contract may name; `courts`: those at the defendant's seat. */
export const disputeForums = ['CIETAC', 'HKIAC', 'SIAC', 'ICC', 'courts'] as const;
/** Laws a contract may be governed by; `other` is named in words. */
export const governingLaws = ['CN', 'HK', 'SG', 'GB', 'HU', 'RU', 'AE', 'other'] as const;

/** A text in Chinese and in the contract's other language. */
const inBoth = (most: number) => z.strictObject({ zh: plainText(most), other: plainText(most) });
export type InBoth = { zh: string; other: string };

/** Goods, or what is done: one line of a contract. */
export const contractLine = z.strictObject({
  productId: idSchema.nullable().default(null),
  description: inBoth(300),
  hs6: hs6.nullable().default(null),
  quantity: z.int().min(1).max(1_000_000_000),
  unit: quantityUnit,
  unitPriceMinor: minorUnits,
});
export type ContractLine = z.infer<typeof contractLine>;

/** What an amount comes to at most, as in offers: so its value in fen stays an exact integer, whatever the currency. */
export const mostAmount = 100_000_000_000_000;

const exact = (lines: readonly ContractLine[]) =>
  lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0) <= mostAmount;

const day = calendarDate.nullable().default(null);

/** What the two parties agree on. What is null falls away or is said in the template's words. */
export const contractTerms = z.strictObject({
  language: z.enum(contractLanguages),
  lines: z
    .array(contractLine)
    .max(100)
    .refine(exact, { params: { code: 'contracts.amountTooLarge' } }),
  currency: currencyCode,
  /** What is spoken of where there are no priced lines: a framework's or an intention's volume, an agency's target. */
  statedAmountMinor: minorUnits.nullable().default(null),
  incoterm: incoterm.nullable().default(null),
  place: plainText(100).nullable().default(null),
  payment: inBoth(1000).nullable().default(null),
  deliveryFrom: day,
  deliveryUntil: day,
  packing: inBoth(1000).nullable().default(null),
  quality: inBoth(2000).nullable().default(null),
  sample: inBoth(1000).nullable().default(null),
  inspection: inBoth(1000).nullable().default(null),
  /** Where and what for an agency or a service. */
  scope: inBoth(2000).nullable().default(null),
  commissionPpm: z.int().min(0).max(1_000_000).nullable().default(null),
  exclusive: z.boolean().default(false),
  validUntil: day,
  law: z.enum(governingLaws).default('CN'),
  otherLaw: inBoth(200).nullable().default(null),
  forum: z.enum(disputeForums).default('CIETAC'),
  /** Which text counts where the two differ. */
  prevailing: z.enum(['both', 'zh', 'other']).default('both'),
  special: inBoth(4000).nullable().default(null),
});
export type ContractTerms = z.infer<typeof contractTerms>;

/** A contract's amount in minor units: the sum of its lines, else what is stated; zero where neither is. */
export const amountOf = (terms: Pick<ContractTerms, 'lines' | 'statedAmountMinor'>): number =>
  terms.lines.length > 0
    ? terms.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0)
    : (terms.statedAmountMinor ?? 0);

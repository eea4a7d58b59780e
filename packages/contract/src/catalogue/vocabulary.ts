import { z } from 'zod';

export const productStates = ['draft', 'published', 'withdrawn'] as const;
export const productState = z.enum(productStates);
export type ProductState = z.infer<typeof productState>;

/** How goods are kept: ambient 10–30 °C, cool 8–15 °C, chilled 0–8 °C, frozen −18 °C and below; none for what doesn't mind. */
export const storageClasses = ['ambient', 'cool', 'chilled', 'frozen', 'none'] as const;
export const storageClass = z.enum(storageClasses);
export type StorageClass = z.infer<typeof storageClass>;

/** Incoterms 2020. */
export const incoterms = [
  'EXW',
  'FCA',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
] as const;
export const incoterm = z.enum(incoterms);

/** Units of quantity, UN/CEFACT Recommendation 20: piece, kilogram, tonne, litre, metre, set, pair. */
export const quantityUnits = ['H87', 'KGM', 'TNE', 'LTR', 'MTR', 'SET', 'PR'] as const;
export const quantityUnit = z.enum(quantityUnits);

/** Whether anything of an animal is in it; some markets refuse what is not declared. */
export const animalIngredients = ['none', 'contains', 'unknown'] as const;
export const animalIngredient = z.enum(animalIngredients);

/** The allergens of Regulation (EU) 1169/2011, annex II: the longest list in use, so that every market's is part of it. */
export const allergens = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const;
export const allergen = z.enum(allergens);

export const packingLevels = ['unit', 'inner', 'carton', 'pallet'] as const;
export const packingLevel = z.enum(packingLevels);

export const certificateKinds = [
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
  'geographical-indication',
  'origin',
  'fce-sid',
  'health',
  'phytosanitary',
  'attestation',
  'product-registration',
  'facility-registration',
  'importer-licence',
  'import-permit',
  'laboratory-report',
  'un-38-3',
  'type-approval',
  'cites',
  'traceability',
  'producer-registration',
  'other',
] as const;
export const certificateKind = z.enum(certificateKinds);

import { z } from 'zod';
import {
  productStates,
  storageClasses,
  incoterms,
  quantityUnits,
  animalIngredients,
  allergens,
  packingLevels,
  certificateKinds,
} from '../words.ts';

export const productState = z.enum(productStates);
export type ProductState = z.infer<typeof productState>;

export const storageClass = z.enum(storageClasses);
export type StorageClass = z.infer<typeof storageClass>;

/**
 * The range a product of each class may ask for, tenths of °C: the class with what single goods need beyond it
 * (a cigar less, caviar below zero). What doesn't mind may tell any.
 */
export const storageLimits: Record<StorageClass, readonly [coldest: number, warmest: number]> = {
  ambient: [50, 350],
  cool: [80, 150],
  chilled: [-50, 80],
  frozen: [-900, -180],
  none: [-900, 700],
};

export const incoterm = z.enum(incoterms);

export const quantityUnit = z.enum(quantityUnits);

export const animalIngredient = z.enum(animalIngredients);

export const allergen = z.enum(allergens);

export const packingLevel = z.enum(packingLevels);

export const certificateKind = z.enum(certificateKinds);

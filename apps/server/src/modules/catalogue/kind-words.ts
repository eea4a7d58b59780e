import type { ProductInput } from '@jiechuan/contract';
import { placeNames } from '../../platform/geography/index.ts';
import { remembered } from '../../platform/text/bounded-cache.ts';
import type { SharedTexts, TextToAnalyse } from '../../platform/text/index.ts';
import { categoryNames, kindNames } from './vocabulary/index.ts';

const asDetails = (texts: readonly TextToAnalyse[]): SharedTexts =>
  texts.map((one) => ({ ...one, weight: 'b' as const }));

// The same list each time, so that it is analysed once.
const ofKind = remembered(1000, (key): SharedTexts => kindNames(key));
const ofCategory = remembered(1000, (key) => asDetails(categoryNames(key)));
const ofPlace = remembered(1000, (code) => asDetails(placeNames(code).map((text) => ({ text }))));

/** What the vocabulary adds to a product's own words: its kind's names as names, its category's and place's as details. */
export const kindWords = ({
  kind,
  category,
  origin,
}: Pick<ProductInput, 'kind' | 'category' | 'origin'>): SharedTexts[] => [
  ...(kind === null ? [] : [ofKind(kind)]),
  ofCategory(category),
  ...(origin.code === null ? [] : [ofPlace(origin.code)]),
];

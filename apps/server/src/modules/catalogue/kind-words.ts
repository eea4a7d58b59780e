import type { ProductInput } from '@jiechuan/contract';
import { placeNames } from '../../platform/geography/index.ts';
import type { TextToAnalyse } from '../../platform/text/index.ts';
import { categoryNames, kindNames } from './vocabulary/index.ts';

/** What the vocabulary adds to a product's own words: its kind's names as names, its category's and place's as details. */
export function kindWords(data: Pick<ProductInput, 'kind' | 'category' | 'origin'>): TextToAnalyse[] {
  const details = [
    ...categoryNames(data.category),
    ...(data.origin.code === null ? [] : placeWords(data.origin.code)),
  ];
  return [
    ...(data.kind === null ? [] : kindNames(data.kind)),
    ...details.map((one) => ({ ...one, weight: 'b' as const })),
  ];
}

const placeWords = (code: string): TextToAnalyse[] => placeNames(code).map((text) => ({ text }));

import type { ProductInput } from '@jiechuan/contract';
import type { TextToAnalyse } from '../../platform/text/index.ts';

/** Words that a product's kind and category add to what it is called, so that every language's name finds it. */
export function kindWords(data: ProductInput): TextToAnalyse[] {
  return data.kind === null ? [] : [{ text: data.kind.replaceAll('-', ' '), lang: 'en', weight: 'b' }];
}

import { isCurrency, type ProductInput } from '@jiechuan/contract';
import { findPlace } from '../../platform/geography/index.ts';
import { Problem, problems, type FieldProblem } from '../../platform/errors.ts';
import { isLeaf, isSubheading, nameCategories, nearestCategories } from './vocabulary/index.ts';

type Unknown = Required<Pick<FieldProblem, 'path' | 'code' | 'params'>>;

/**
 * Values whose shape is right but that there are not: a category, a subheading of HS 2022, a county, a currency. The same for
 * the API, the editor and imports. What a product has already may stay, so that it can be edited elsewhere.
 * @param before the product as it was
 */
export function unknownValues(data: ProductInput, before?: ProductInput): Unknown[] {
  const unknown: Unknown[] = [];
  const { category, hs6, origin } = data;
  if (category !== before?.category && !isLeaf(category)) {
    const nearest = nearestCategories(category).join(' / ');
    unknown.push(
      nearest
        ? { path: 'category', code: 'catalogue.unknownCategory', params: { part: category, nearest } }
        : { path: 'category', code: 'catalogue.cellCategory', params: { part: category } },
    );
  }
  if (hs6 !== null && hs6 !== before?.hs6 && !isSubheading(hs6))
    unknown.push({ path: 'hs6', code: 'catalogue.unknownHs6', params: { code: hs6 } });
  if (origin.code !== null && origin.code !== before?.origin.code && !findPlace(origin.code))
    unknown.push({ path: 'origin.code', code: 'catalogue.unknownPlace', params: { code: origin.code } });
  for (const [at, { currency }] of data.prices.entries())
    if (!isCurrency(currency) && !before?.prices.some((band) => band.currency === currency))
      unknown.push({
        path: `prices.${at}.currency`,
        code: 'catalogue.unknownCurrency',
        params: { code: currency },
      });
  return unknown;
}

/** The params of a fault as a sentence in a language needs them: categories by their names. */
export const wordedParams = <P extends Record<string, string | number>>(
  code: string,
  params: P,
  language: string,
): P =>
  code === 'catalogue.unknownCategory'
    ? { ...params, nearest: nameCategories(String(params['nearest']).split(' / '), language) }
    : params;

/** @throws Problem platform.invalid naming each value that there is not */
export function refuseUnknown(data: ProductInput, language: string, before?: ProductInput): void {
  const unknown = unknownValues(data, before);
  if (unknown.length === 0) return;
  throw new Problem(
    problems.invalid,
    {},
    unknown.map(({ path, code, params }) => ({
      path: `body.${path}`,
      code,
      params: wordedParams(code, params, language),
    })),
  );
}

import type { ProductInput } from '@jiechuan/contract';
import { Problem, type FieldProblem } from '../../platform/errors.ts';
import { catalogueProblems } from './problems.ts';

/** HS chapters of food and drink: what needs ingredients, allergens and a shelf life on its label. */
const isFood = (hs6: string | null): boolean =>
  hs6 !== null && Number(hs6.slice(0, 2)) >= 2 && Number(hs6.slice(0, 2)) <= 22;

/**
 * Headings of what needs no date on its label: wine and spirits of 10 % and more, vinegar, solid sugar
 * (GB 7718-2011, 4.3.1; Regulation (EU) 1169/2011, annex X).
 */
const undated = new Set(['1701', '2204', '2205', '2207', '2208', '2209']);

/** What a product still lacks before a buyer abroad can judge it: paths of fields, none when it is complete. */
export function missingFields(data: ProductInput): string[] {
  const missing: string[] = [];
  const need = (there: boolean, path: string) => void (there || missing.push(path));
  need('zh-CN' in data.names, 'names.zh-CN');
  need('en' in data.names, 'names.en');
  need(data.hs6 !== null, 'hs6');
  need(data.origin.code !== null || data.origin.text !== null, 'origin');
  if (isFood(data.hs6)) {
    need(Object.keys(data.ingredients).length > 0, 'ingredients');
    need(data.animalIngredients !== 'unknown', 'animalIngredients');
    need(data.shelfLifeDays !== null || undated.has(data.hs6!.slice(0, 4)), 'shelfLifeDays');
  }
  if (data.storage === 'chilled' || data.storage === 'frozen') {
    need(data.minTemperature !== null, 'minTemperature');
    need(data.maxTemperature !== null, 'maxTemperature');
  }
  return missing;
}

/** @throws Problem catalogue.incomplete naming each missing field */
export function refuseIncomplete(data: ProductInput): void {
  const missing = missingFields(data);
  if (missing.length === 0) return;
  const fields = missing.map((path): FieldProblem => ({ path, code: 'catalogue.missing' }));
  throw new Problem(catalogueProblems.incomplete, { count: missing.length }, fields);
}

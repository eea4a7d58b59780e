import { unspecifiedAnimal, type ProductFacts, type RuleScope } from '@jiechuan/contract';

type Applies = 'yes' | 'no' | 'unknown';

const startsWithAny = (code: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => code.startsWith(prefix));

/** The HS code decides where it is known, else the category; where neither is, nobody can tell. */
function goodsApply(scope: RuleScope, facts: ProductFacts): Applies {
  const { hs, exceptHs, categories } = scope;
  if (hs.length === 0 && exceptHs.length === 0 && categories.length === 0) return 'yes';
  if (facts.hs6 !== null && (hs.length > 0 || exceptHs.length > 0)) {
    const named = hs.length === 0 || startsWithAny(facts.hs6, hs);
    return named && !startsWithAny(facts.hs6, exceptHs) ? 'yes' : 'no';
  }
  if (facts.category !== null && categories.length > 0)
    return categories.includes(facts.category) ? 'yes' : 'no';
  return 'unknown';
}

const known = (holds: boolean): Applies => (holds ? 'yes' : 'no');

/** Ingredients as they are compared: keys and words alike, without case. */
export const sameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What is named may stand among the ingredients or, where only those are told, among what comes of an animal. */
function ingredientsApply(
  named: readonly string[],
  { ingredients, animalIngredients }: ProductFacts,
): Applies {
  const told = [...(ingredients ?? []), ...(animalIngredients ?? [])];
  if (told.some((one) => named.some((wanted) => sameWord(one, wanted)))) return 'yes';
  return ingredients === null || told.includes(unspecifiedAnimal) ? 'unknown' : 'no';
}

/** Whether a rule speaks of a product. `unknown` where a fact that decides it is not known. */
export function scopeApplies(scope: RuleScope, facts: ProductFacts): Applies {
  const answers: Applies[] = [goodsApply(scope, facts)];
  if (scope.kinds.length > 0)
    answers.push(facts.kind === null ? 'unknown' : known(scope.kinds.includes(facts.kind)));
  if (scope.ingredients.length > 0) answers.push(ingredientsApply(scope.ingredients, facts));
  if (scope.animal)
    answers.push(facts.animalIngredients === null ? 'unknown' : known(facts.animalIngredients.length > 0));
  if (scope.storage.length > 0) answers.push(known(scope.storage.includes(facts.storageClass)));
  if (scope.batteries) answers.push(known(facts.batteries));
  if (scope.dangerous) answers.push(known(facts.dangerous));
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

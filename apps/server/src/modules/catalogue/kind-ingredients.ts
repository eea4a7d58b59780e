import { findIngredient, findKind } from './vocabulary/index.ts';

/** What goods of a kind are usually made of, as keys of the vocabulary, and which of it comes of an animal; undefined for an unknown kind. */
export function ingredientsOfKind(key: string): { all: readonly string[]; animal: string[] } | undefined {
  const kind = findKind(key);
  return (
    kind && { all: kind.ingredients, animal: kind.ingredients.filter((one) => findIngredient(one)?.animal) }
  );
}

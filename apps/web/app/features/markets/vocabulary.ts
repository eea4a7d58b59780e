/**
 * Predicates by what they ask, and the field their values stand in; null for one that needs none. Not read from the
 * contract’s schema, which no browser needs: vocabulary.test.ts holds it against that.
 */
export const predicates = {
  certificateOfKind: 'kinds',
  labelInLanguages: 'languages',
  allergensDeclaredIn: 'languages',
  noAnimalIngredientOutside: 'allowed',
  ingredientAbsent: 'ingredients',
  additiveAbsent: 'additives',
  hsOutside: 'hs',
  alcoholAtMost: 'permille',
  shelfLifeAtLeast: 'days',
  lifeLeftAtLeast: 'permille',
  packCountNot: 'counts',
  notResearched: null,
} as const;

// The contract's words, for forms. Not imported from it: its schemas would come along into the browser.
// vocabulary.test.ts holds them against the contract.
export const ruleEffects = ['blocks', 'needsDocument', 'label'] as const;
export const confidences = ['high', 'medium', 'low'] as const;
export const habitTopics = ['pack', 'gift', 'colour', 'number', 'meeting', 'taste', 'calendar'] as const;
export const questionSubjects = ['pack', 'offer', 'other'] as const;
/** Predicates by what they ask, and the field their values stand in; null for one that needs none. */
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

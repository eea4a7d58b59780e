export { categories, categoryPath, findCategory, type Category } from './categories.ts';
export { findIngredient, ingredients, type Ingredient } from './ingredients.ts';
export { findKind, productKinds } from './product-kinds.ts';
export type { Confidence, Evidence, ProductKind } from './kind.ts';
export { categoryNames, kindNames, vocabularyTerms } from './words.ts';

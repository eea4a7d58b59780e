export { categories, categoryPath, findCategory } from './categories.ts';
export { findIngredients } from './find-ingredients.ts';
export { categoryOfWord, isLeaf, nameCategories, nearestCategories } from './category-words.ts';
export { isSubheading } from './hs-2022.ts';
export { findIngredient, ingredients } from './ingredients.ts';
export { findKind, productKinds } from './product-kinds.ts';
export type { ProductKind } from './kind.ts';
export { categoryNames, kindNames, vocabularyTerms } from './words.ts';

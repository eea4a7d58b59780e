export { InvertedIndex } from './inverted-index.ts';
export type { Conjunction, Entry, Found, Order, Place, Question, Wish } from './types.ts';

export { InvertedIndex } from './inverted-index.ts';
export { byCodePoints } from './order.ts';
export type { Conjunction, Entry, Found, Order, Place, Question, Wish } from './types.ts';

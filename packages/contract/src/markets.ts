export * from './markets/vocabulary.ts';
export * from './markets/rule.ts';
export * from './markets/verdict.ts';
export * from './markets/habit.ts';
export * from './markets/charge.ts';
export * from './markets/market.ts';

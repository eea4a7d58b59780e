export * from './plans/input.ts';
export * from './plans/result.ts';
export * from './plans/endpoints.ts';

export * from './contracts/terms.ts';
export * from './contracts/endpoints.ts';

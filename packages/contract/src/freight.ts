export * from './freight/vocabulary.ts';
export * from './freight/hub.ts';
export * from './freight/service.ts';

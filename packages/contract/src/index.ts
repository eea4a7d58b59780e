export * from './endpoint.ts';
export * from './problem.ts';
export * from './client.ts';
export * from './scalars.ts';
export * from './text.ts';
export * from './members.ts';
export * from './catalogue.ts';
export * from './codes/index.ts';

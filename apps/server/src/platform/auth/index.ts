export { createAuth, type Auth } from './auth.ts';
export { authMigrations } from './migrations/index.ts';
export type { Proofs } from './proofs.ts';
export { readSecret } from './secret.ts';
export * from './people.ts';

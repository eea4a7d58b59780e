export { createAuth, type ApiKey, type Auth, type Identity } from './auth.ts';
export { authMigrations } from './migrations/index.ts';
export { readSecret } from './secret.ts';

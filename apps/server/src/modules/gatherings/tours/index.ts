import { toursMigrations } from './migrations/index.ts';
import { toursPolicy } from './policy.ts';
import { mountTours } from './routes.ts';

/** Inspection tours: hosts, orders, letters, and what came of each visit. */
export const toursPart = { migrations: toursMigrations, policy: toursPolicy, mount: mountTours };

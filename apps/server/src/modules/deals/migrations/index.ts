import type { Migrations } from '../../../platform/db/migrate.ts';
import * as deals from './0001-deals.ts';

export const dealsMigrations: Migrations = { '0001-deals': deals };

import type { Migrations } from '../../../platform/db/migrate.ts';
import * as deals from './0001-deals.ts';
import * as contracts from './0002-contracts.ts';

export const dealsMigrations: Migrations = { '0001-deals': deals, '0002-contracts': contracts };

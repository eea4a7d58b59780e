import type { Migrations } from '../../../platform/db/migrate.ts';
import * as network from './0001-network.ts';

export const freightMigrations: Migrations = { '0001-network': network };

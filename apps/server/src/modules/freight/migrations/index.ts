import type { Migrations } from '../../../platform/db/migrate.ts';
import * as network from './0001-network.ts';
import * as shipments from './0002-shipments.ts';

export const freightMigrations: Migrations = { '0001-network': network, '0002-shipments': shipments };

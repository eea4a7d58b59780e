import type { Migrations } from '../../../platform/db/migrate.ts';
import * as network from './0001-network.ts';
import * as shipments from './0002-shipments.ts';
import * as sorted from './0003-sorted-at-once.ts';

export const freightMigrations: Migrations = {
  '0001-network': network,
  '0002-shipments': shipments,
  '0003-sorted-at-once': sorted,
};

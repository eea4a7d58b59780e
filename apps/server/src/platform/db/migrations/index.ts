import type { Migrations } from '../migrate.ts';
import * as ground from './0001-ground.ts';
import * as fileArrivals from './0002-file-arrivals.ts';

export const platformMigrations: Migrations = {
  '0001-ground': ground,
  '0002-file-arrivals': fileArrivals,
};

import type { Migrations } from '../../../platform/db/migrate.ts';
import * as plans from './0001-plans.ts';
import * as lists from './0002-lists.ts';
import * as beatenRoads from './0003-beaten-roads.ts';
import * as sorted from './0004-sorted-at-once.ts';

export const plansMigrations: Migrations = {
  '0001-plans': plans,
  '0002-lists': lists,
  '0003-beaten-roads': beatenRoads,
  '0004-sorted-at-once': sorted,
};

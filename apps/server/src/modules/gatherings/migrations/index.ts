import type { Migrations } from '../../../platform/db/migrate.ts';
import { toursPart } from '../tours/index.ts';
import * as gatherings from './0001-gatherings.ts';
import * as byHand from './0012-schedules-by-hand.ts';

export const gatheringsMigrations: Migrations = {
  '0001-gatherings': gatherings,
  ...toursPart.migrations,
  '0012-schedules-by-hand': byHand,
};

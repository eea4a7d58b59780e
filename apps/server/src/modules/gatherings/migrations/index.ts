import type { Migrations } from '../../../platform/db/migrate.ts';
import { toursPart } from '../tours/index.ts';
import * as gatherings from './0001-gatherings.ts';
import * as meetingOutcomes from './0012-meeting-outcomes.ts';
import * as interpreters from './0013-interpreters.ts';

export const gatheringsMigrations: Migrations = {
  '0001-gatherings': gatherings,
  ...toursPart.migrations,
  '0012-meeting-outcomes': meetingOutcomes,
  '0013-interpreters': interpreters,
};

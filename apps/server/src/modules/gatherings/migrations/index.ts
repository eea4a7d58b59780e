import type { Migrations } from '../../../platform/db/migrate.ts';
import { toursPart } from '../tours/index.ts';
import * as gatherings from './0001-gatherings.ts';
import * as meetingOutcomes from './0012-meeting-outcomes.ts';
import * as byHand from './0013-schedules-by-hand.ts';
import * as interpreters from './0014-interpreters.ts';
import * as whyImpossible from './0016-why-impossible.ts';
import * as pagesOfAFair from './0017-pages-of-a-fair.ts';
import * as leftOutAndTold from './0018-left-out-and-told.ts';

/** Numbered together with those of tours. */
export const gatheringsMigrations: Migrations = {
  '0001-gatherings': gatherings,
  '0012-meeting-outcomes': meetingOutcomes,
  '0013-schedules-by-hand': byHand,
  '0014-interpreters': interpreters,
  '0016-why-impossible': whyImpossible,
  '0017-pages-of-a-fair': pagesOfAFair,
  '0018-left-out-and-told': leftOutAndTold,
  ...toursPart.migrations,
};

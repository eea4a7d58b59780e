import type { Migrations } from '../migrate.ts';
import * as ground from './0001-ground.ts';
import * as fileArrivals from './0002-file-arrivals.ts';
import * as answersAsSent from './0003-answers-as-sent.ts';

export const platformMigrations: Migrations = {
  '0001-ground': ground,
  '0002-file-arrivals': fileArrivals,
  '0003-answers-as-sent': answersAsSent,
};

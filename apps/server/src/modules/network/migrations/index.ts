import type { Migrations } from '../../../platform/db/migrate.ts';
import * as relations from './0001-relations.ts';
import * as introductions from './0002-introductions.ts';

export const networkMigrations: Migrations = {
  '0001-relations': relations,
  '0002-introductions': introductions,
};

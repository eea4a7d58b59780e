import type { Migrations } from '../../../platform/db/migrate.ts';
import * as relations from './0001-relations.ts';

export const networkMigrations: Migrations = { '0001-relations': relations };

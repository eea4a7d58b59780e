import type { Migrations } from '../../../platform/db/migrate.ts';
import * as headlines from './0001-headlines.ts';

export const boardMigrations: Migrations = { '0001-headlines': headlines };

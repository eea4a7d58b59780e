import type { Migrations } from '../../../../platform/db/migrate.ts';
import * as tours from './0011-tours.ts';

export const toursMigrations: Migrations = { '0011-tours': tours };

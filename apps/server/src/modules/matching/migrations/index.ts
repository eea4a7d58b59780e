import type { Migrations } from '../../../platform/db/migrate.ts';
import * as demands from './0001-demands.ts';

export const matchingMigrations: Migrations = { '0001-demands': demands };

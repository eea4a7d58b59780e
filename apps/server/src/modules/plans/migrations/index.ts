import type { Migrations } from '../../../platform/db/migrate.ts';
import * as plans from './0001-plans.ts';

export const plansMigrations: Migrations = { '0001-plans': plans };

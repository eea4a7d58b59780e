import type { Migrations } from '../../../platform/db/migrate.ts';
import * as members from './0001-members.ts';

export const membersMigrations: Migrations = { '0001-members': members };

import type { Migrations } from '../../db/migrate.ts';
import * as people from './0001-people.ts';

export const authMigrations: Migrations = { '0001-people': people };

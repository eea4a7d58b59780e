import type { Migrations } from '../../db/migrate.ts';
import * as people from './0001-people.ts';
import * as attempts from './0002-attempts.ts';

export const authMigrations: Migrations = { '0001-people': people, '0002-attempts': attempts };

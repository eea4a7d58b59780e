import type { Migrations } from '../migrate.ts';
import * as ground from './0001-ground.ts';

export const platformMigrations: Migrations = { '0001-ground': ground };

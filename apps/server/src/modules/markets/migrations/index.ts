import type { Migrations } from '../../../platform/db/migrate.ts';
import * as markets from './0001-markets.ts';

export const marketsMigrations: Migrations = { '0001-markets': markets };

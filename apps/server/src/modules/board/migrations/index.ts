import type { Migrations } from '../../../platform/db/migrate.ts';
import * as headlines from './0001-headlines.ts';
import * as ceremonies from './0002-ceremonies.ts';
import * as symbols from './0011-symbols.ts';

export const boardMigrations: Migrations = {
  '0001-headlines': headlines,
  '0002-ceremonies': ceremonies,
  '0011-symbols': symbols,
};

import type { Migrations } from '../../../../platform/db/migrate.ts';
import * as tours from './0011-tours.ts';
import * as interpreter from './0015-tour-interpreter.ts';
import * as visaNotes from './0019-visa-notes.ts';

export const toursMigrations: Migrations = {
  '0011-tours': tours,
  '0015-tour-interpreter': interpreter,
  '0019-visa-notes': visaNotes,
};

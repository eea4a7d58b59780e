import type { Migrations } from '../../../platform/db/migrate.ts';
import * as members from './0001-members.ts';
import * as spellings from './0002-spellings.ts';
import * as questions from './0003-questions.ts';
import * as searchAtOnce from './0004-search-at-once.ts';

export const membersMigrations: Migrations = {
  '0001-members': members,
  '0002-spellings': spellings,
  '0003-questions': questions,
  '0004-search-at-once': searchAtOnce,
};

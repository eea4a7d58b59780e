import type { Migrations } from '../../../platform/db/migrate.ts';
import * as markets from './0001-markets.ts';
import * as questions from './0002-questions.ts';

export const marketsMigrations: Migrations = { '0001-markets': markets, '0002-questions': questions };

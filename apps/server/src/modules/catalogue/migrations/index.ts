import type { Migrations } from '../../../platform/db/migrate.ts';
import * as products from './0001-products.ts';
import * as search from './0002-search.ts';

export const catalogueMigrations: Migrations = { '0001-products': products, '0002-search': search };

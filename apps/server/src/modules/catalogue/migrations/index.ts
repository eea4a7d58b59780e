import type { Migrations } from '../../../platform/db/migrate.ts';
import * as products from './0001-products.ts';
import * as search from './0002-search.ts';
import * as imports from './0003-imports.ts';
import * as ranks from './0004-search-ranks.ts';
import * as lacking from './0005-import-lacking.ts';
import * as distance from './0006-spelling-distance.ts';
import * as pending from './0007-pending-lexemes.ts';
import * as facets from './0008-facets.ts';
import * as started from './0009-import-started.ts';
import * as terms from './0010-import-terms.ts';
import * as spellings from './0011-spellings-at-once.ts';
import * as uncompressed from './0012-products-uncompressed.ts';
import * as oneVector from './0013-one-vector.ts';
import * as partsOfVersions from './0014-parts-of-versions.ts';
import * as changesById from './0015-changes-by-id.ts';

export const catalogueMigrations: Migrations = {
  '0001-products': products,
  '0002-search': search,
  '0003-imports': imports,
  '0004-search-ranks': ranks,
  '0005-import-lacking': lacking,
  '0006-spelling-distance': distance,
  '0007-pending-lexemes': pending,
  '0008-facets': facets,
  '0009-import-started': started,
  '0010-import-terms': terms,
  '0011-spellings-at-once': spellings,
  '0012-products-uncompressed': uncompressed,
  '0013-one-vector': oneVector,
  '0014-parts-of-versions': partsOfVersions,
  '0015-changes-by-id': changesById,
};

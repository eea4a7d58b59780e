import * as contract from '@jiechuan/contract';
import type { Mount } from '../../../platform/http/mount.ts';
import type { Ground } from '../../../platform/module.ts';
import { exportCsv, exportWorkbook, template } from '../exports/export-products.ts';
import type { ProductList } from '../search/index.ts';
import { takeAway } from '../../../platform/sheets/index.ts';
import { createImport } from './create-import.ts';
import { importsSheet, tooManyImports } from './export-imports.ts';
import { getImport, listImports } from './get-import.ts';
import { downloadImportErrors, listImportErrors } from './list-import-errors.ts';
import { mapImport } from './map-import.ts';
import { startImport } from './start-import.ts';

/** Mounts the endpoints of imports and exports. */
export function mountImports(mount: Mount, ground: Ground, list: ProductList): void {
  mount(contract.createImport, ({ trx, actor, upload }) => createImport(trx, actor, upload, ground));
  mount(contract.listImports, ({ trx, actor, query }) => listImports(trx, actor, query));
  mount(contract.exportImportsCsv, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'imports.csv', importsSheet(trx, actor, query), tooManyImports),
  );
  mount(contract.exportImportsXlsx, ({ trx, actor, query, reply }) =>
    takeAway(reply, 'imports.xlsx', importsSheet(trx, actor, query), tooManyImports),
  );
  mount(contract.importTemplate, async ({ actor, query, reply }) => {
    reply.header('content-disposition', 'attachment; filename="products.csv"');
    return template(query.language ?? actor.language);
  });
  mount(contract.getImport, ({ trx, actor, params }) => getImport(trx, actor, params.id));
  mount(contract.mapImport, ({ trx, actor, params, body }) => mapImport(trx, actor, { ...params, ...body }));
  mount(contract.checkImport, ({ trx, actor, params }) =>
    startImport(trx, actor, { ...params, operation: 'catalogue.checkImport', publish: false }, ground),
  );
  mount(contract.runImport, ({ trx, actor, params, body }) =>
    startImport(trx, actor, { ...params, operation: 'catalogue.runImport', ...body }, ground),
  );
  mount(contract.listImportErrors, ({ trx, actor, params, query }) =>
    listImportErrors(trx, actor, { ...params, ...query }),
  );
  mount(contract.downloadImportErrors, ({ trx, actor, params, reply }) => {
    reply.header('content-disposition', 'attachment; filename="errors.csv"');
    return downloadImportErrors(trx, actor, params.id);
  });
  mount(contract.exportProductsCsv, ({ trx, actor, query, reply }) => {
    reply.header('content-disposition', 'attachment; filename="products.csv"');
    return exportCsv(trx, actor, query, list);
  });
  mount(contract.exportProductsXlsx, ({ trx, actor, query, reply }) => {
    reply.header('content-disposition', 'attachment; filename="products.xlsx"');
    return exportWorkbook(trx, actor, query, list);
  });
}

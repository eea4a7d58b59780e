import * as contract from '@jiechuan/contract';
import type { Mount } from '../../platform/http/mount.ts';
import type { Ground } from '../../platform/module.ts';
import { takeAway } from '../../platform/sheets/index.ts';
import { addCertificate, attachCertificateFile, removeCertificate } from './change-certificates.ts';
import { addPhoto, arrangePhotos } from './change-photos.ts';
import { putVariant, removeVariant } from './change-variants.ts';
import { createProduct } from './create-product.ts';
import { getProduct } from './get-product.ts';
import { getProductTotals } from './get-totals.ts';
import { listMyProducts } from './list-my-products.ts';
import { publishProduct, withdrawProduct } from './move-product.ts';
import type { ProductList } from './search/index.ts';
import { mountImports } from './imports/routes.ts';
import { updateProduct } from './update-product.ts';
import { tooManyVersions, versionsSheet } from './export-versions.ts';
import { diffVersions, listVersions } from './versions.ts';

/** Mounts the module's endpoints: one line a handler. */
export function mountCatalogue(mount: Mount, ground: Ground, list: ProductList): void {
  mountImports(mount, ground, list);
  mount(contract.listProducts, ({ trx, query }) => list.page(trx, query));
  mount(contract.getProductTotals, ({ trx }) => getProductTotals(trx));
  mount(contract.getProduct, ({ trx, actor, params, reply }) => {
    // The page differs by who reads it.
    reply.header('vary', 'cookie, authorization');
    return getProduct(trx, actor, params.id);
  });
  mount(contract.listMyProducts, ({ trx, actor, query }) => listMyProducts(trx, actor, query));
  mount(contract.listVersions, ({ trx, actor, params, query }) =>
    listVersions(trx, actor, { ...params, ...query }),
  );
  mount(contract.diffVersions, ({ trx, actor, params }) => diffVersions(trx, actor, params));
  mount(contract.exportVersionsCsv, ({ trx, actor, params, reply }) =>
    takeAway(reply, 'versions.csv', versionsSheet(trx, actor, params.id), tooManyVersions),
  );
  mount(contract.exportVersionsXlsx, ({ trx, actor, params, reply }) =>
    takeAway(reply, 'versions.xlsx', versionsSheet(trx, actor, params.id), tooManyVersions),
  );

  mount(contract.createProduct, ({ trx, actor, body }) => createProduct(trx, actor, body, ground));
  mount(contract.updateProduct, ({ trx, actor, params, body, expectedVersion }) =>
    updateProduct(trx, actor, { id: params.id, expectedVersion, change: body }, ground),
  );
  mount(contract.publishProduct, ({ trx, actor, params }) => publishProduct(trx, actor, params.id, ground));
  mount(contract.withdrawProduct, ({ trx, actor, params }) => withdrawProduct(trx, actor, params.id, ground));
  mount(contract.addPhoto, ({ trx, actor, params, upload }) =>
    addPhoto(trx, actor, { id: params.id, upload }, ground),
  );
  mount(contract.arrangePhotos, ({ trx, actor, params, body, expectedVersion }) =>
    arrangePhotos(trx, actor, { id: params.id, expectedVersion, photos: body.photos }, ground),
  );
  mount(contract.putVariant, ({ trx, actor, params, body, expectedVersion }) =>
    putVariant(trx, actor, { ...params, expectedVersion, variant: body }, ground),
  );
  mount(contract.removeVariant, ({ trx, actor, params, expectedVersion }) =>
    removeVariant(trx, actor, { ...params, expectedVersion }, ground),
  );
  mount(contract.addCertificate, ({ trx, actor, params, body }) =>
    addCertificate(trx, actor, { id: params.id, certificate: body }, ground),
  );
  mount(contract.attachCertificateFile, ({ trx, actor, params, upload }) =>
    attachCertificateFile(trx, actor, { ...params, upload }, ground),
  );
  mount(contract.removeCertificate, ({ trx, actor, params }) =>
    removeCertificate(trx, actor, params, ground),
  );
}

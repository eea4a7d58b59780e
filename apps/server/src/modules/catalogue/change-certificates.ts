import type { BodyOf, ProductPage, addCertificate as addEndpoint } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Upload } from '../../platform/http/upload.ts';
import type { Ground } from '../../platform/module.ts';
import { changeProduct } from './change-product.ts';
import { catalogueProblems } from './problems.ts';
import { catalogue } from './tables.ts';

const most = 50;

/** @throws Problem catalogue.tooManyCertificates */
export const addCertificate = (
  trx: Db,
  actor: Actor,
  input: { id: string; certificate: BodyOf<typeof addEndpoint> },
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> =>
  changeProduct(trx, actor, { operation: 'catalogue.addCertificate', id: input.id }, ground, async (row) => {
    const { count } = await catalogue(trx)
      .selectFrom('product_certificate')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('product_id', '=', row.id)
      .executeTakeFirstOrThrow();
    if (count >= most) throw new Problem(catalogueProblems.tooManyCertificates, { most });
    const { kind, number, issuer, validFrom, validUntil } = input.certificate;
    await catalogue(trx)
      .insertInto('product_certificate')
      .values({
        product_id: row.id,
        id: v7(),
        kind,
        number,
        issuer,
        valid_from: validFrom,
        valid_until: validUntil,
        file_id: null,
      })
      .execute();
    return {};
  });

/** Keeps the certificate's own paper. @throws Problem catalogue.noSuchCertificate */
export const attachCertificateFile = (
  trx: Db,
  actor: Actor,
  input: { id: string; certificateId: string; upload: Upload },
  ground: Pick<Ground, 'events' | 'files'>,
): Promise<ProductPage> =>
  changeProduct(
    trx,
    actor,
    { operation: 'catalogue.attachCertificateFile', id: input.id },
    ground,
    async (row) => {
      const file = await ground.files.name(trx, actor, input.upload.kept, {
        organisationId: row.organisation_id,
        public: true,
      });
      const { numUpdatedRows } = await catalogue(trx)
        .updateTable('product_certificate')
        .set({ file_id: file.id })
        .where('product_id', '=', row.id)
        .where('id', '=', input.certificateId)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Problem(catalogueProblems.noSuchCertificate);
      return {};
    },
  );

/** @throws Problem catalogue.noSuchCertificate */
export const removeCertificate = (
  trx: Db,
  actor: Actor,
  input: { id: string; certificateId: string },
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> =>
  changeProduct(
    trx,
    actor,
    { operation: 'catalogue.removeCertificate', id: input.id },
    ground,
    async (row) => {
      const { numDeletedRows } = await catalogue(trx)
        .deleteFrom('product_certificate')
        .where('product_id', '=', row.id)
        .where('id', '=', input.certificateId)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw new Problem(catalogueProblems.noSuchCertificate);
      return {};
    },
  );

import type { BodyOf, ProductPage, arrangePhotos as arrangeEndpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import type { Upload } from '../../platform/http/upload.ts';
import type { Ground } from '../../platform/module.ts';
import { changeProduct } from './change-product.ts';
import { catalogueProblems } from './problems.ts';
import { catalogue } from './tables.ts';

const most = 12;

const photosOf = (trx: Db, productId: string) =>
  catalogue(trx)
    .selectFrom('product_photo')
    .select(['file_id', 'position'])
    .where('product_id', '=', productId)
    .orderBy('position')
    .execute();

/** Adds a photo after the others. @throws Problem catalogue.tooManyPhotos */
export const addPhoto = (
  trx: Db,
  actor: Actor,
  input: { id: string; upload: Upload },
  ground: Pick<Ground, 'events' | 'files'>,
): Promise<ProductPage> =>
  changeProduct(trx, actor, { operation: 'catalogue.addPhoto', id: input.id }, ground, async (row) => {
    const photos = await photosOf(trx, row.id);
    if (photos.length >= most) throw new Problem(catalogueProblems.tooManyPhotos, { most });
    const file = await ground.files.name(trx, actor, input.upload.kept, {
      organisationId: row.organisation_id,
      public: true,
    });
    const position = (photos.at(-1)?.position ?? 0) + 1;
    await catalogue(trx)
      .insertInto('product_photo')
      .values({ product_id: row.id, file_id: file.id, position, alt: '{}' })
      .execute();
    return {};
  });

/** Orders and describes photos; those not named go. @throws Problem catalogue.photoUnknown for one that isn't this product's */
export const arrangePhotos = (
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; photos: BodyOf<typeof arrangeEndpoint>['photos'] },
  ground: Pick<Ground, 'events'>,
): Promise<ProductPage> =>
  changeProduct(trx, actor, { operation: 'catalogue.arrangePhotos', ...input }, ground, async (row) => {
    const known = new Set((await photosOf(trx, row.id)).map(({ file_id }) => file_id));
    const wanted = new Map(input.photos.map((photo) => [photo.fileId, photo]));
    for (const id of wanted.keys())
      if (!known.has(id)) throw new Problem(catalogueProblems.photoUnknown, { id });
    await catalogue(trx).deleteFrom('product_photo').where('product_id', '=', row.id).execute();
    const rows = [...wanted.values()].map(({ fileId, alt }, position) => ({
      product_id: row.id,
      file_id: fileId,
      position,
      alt: JSON.stringify(alt),
    }));
    if (rows.length > 0) await catalogue(trx).insertInto('product_photo').values(rows).execute();
    return {};
  });

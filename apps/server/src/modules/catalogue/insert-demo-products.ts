import { sql } from 'kysely';
import { systemActor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import type { DemoProduct } from './demo-products.ts';
import { keepVersions } from './product.sql.ts';
import { refreshSearch } from './search/index.ts';

const batch = 1000;

/** Puts demo products in at once, flagged demo, with variants, certificates, a first version and search rows. */
export async function insertDemoProducts(
  trx: Db,
  products: readonly DemoProduct[],
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  const actor = systemActor('seed');
  for (let from = 0; from < products.length; from += batch) {
    const part = products.slice(from, from + batch);
    const json = (rows: readonly object[]) => JSON.stringify(rows);
    await sql`
      insert into product (id, organisation_id, sku, state, data, demo, published_at, created_at, updated_at)
      select id, "organisationId", data->>'sku', state, data, true, case when state = 'draft' then null else at end, at, at
      from jsonb_to_recordset(${json(part)}::jsonb) as r (id uuid, "organisationId" uuid, state text, at timestamptz, data jsonb)`.execute(
      trx,
    );
    const variants = part.flatMap(({ id, variants }) =>
      variants.map(({ market, ...data }) => ({ id, market, data })),
    );
    await sql`
      insert into product_variant (product_id, market, data)
      select id, market, data from jsonb_to_recordset(${json(variants)}::jsonb) as r (id uuid, market text, data jsonb)`.execute(
      trx,
    );
    const certificates = part.flatMap((product) =>
      product.certificates.map((one) => ({ ...one, product: product.id })),
    );
    await sql`
      insert into product_certificate (product_id, id, kind, number, issuer, valid_from, valid_until)
      select product, id, kind, number, issuer, "validFrom", "validUntil"
      from jsonb_to_recordset(${json(certificates)}::jsonb) as r (product uuid, id uuid, kind text, number text, issuer text, "validFrom" date, "validUntil" date)`.execute(
      trx,
    );
    const ids = part.map(({ id }) => id);
    await keepVersions(trx, actor, ids);
    await refreshSearch(trx, ids);
    onProgress(from + part.length);
  }
  await recordAudit(trx, actor, {
    action: 'catalogue.insertDemoProducts',
    subjectKind: 'product',
    subjectId: 'demo',
    before: null,
    after: { products: products.length },
  });
}

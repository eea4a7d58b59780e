import { isCurrency, type BodyOf, type ImportResource, type mapImport as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { catalogueProblems } from '../problems.ts';
import { findField } from '../sheet/fields.ts';
import { getImport } from './get-import.ts';
import { findImport } from './import.sql.ts';
import { imports } from './tables.ts';

/**
 * Says which column fills which field, and in what plain prices are told; columns that aren't named are left out.
 * @throws Problem platform.notFound, catalogue.importUnderWay, platform.invalid for a column or field there isn't, a field twice
 * or a currency there isn't
 */
export async function mapImport(
  trx: Db,
  actor: Actor,
  { id, columns, terms }: { id: string } & BodyOf<typeof endpoint>,
): Promise<ImportResource> {
  const row = await findImport(trx, actor, 'catalogue.mapImport', id, { lock: true });
  if (row.state === 'checking' || row.state === 'running')
    throw new Problem(catalogueProblems.importUnderWay);
  const chosen = new Map<number, string | null>();
  for (const [at, { index, field }] of columns.entries()) {
    const refuse = (path: string, code: string) =>
      new Problem(problems.invalid, {}, [
        { path: `body.columns.${at}.${path}`, code, params: { field: field ?? '' } },
      ]);
    if (index >= row.columns.length || chosen.has(index)) throw refuse('index', 'catalogue.noSuchColumn');
    if (field !== null && !findField(field)) throw refuse('field', 'catalogue.noSuchField');
    if (field !== null && [...chosen.values()].includes(field)) throw refuse('field', 'catalogue.fieldTwice');
    chosen.set(index, field);
  }
  if (terms?.currency && !isCurrency(terms.currency)) {
    const params = { code: terms.currency };
    throw new Problem(problems.invalid, {}, [
      { path: 'body.terms.currency', code: 'catalogue.unknownCurrency', params },
    ]);
  }
  const mapped = row.columns.map((column) => ({ ...column, field: chosen.get(column.index) ?? null }));
  await imports(trx)
    .updateTable('product_import')
    .set({
      columns: JSON.stringify(mapped),
      state: 'uploaded',
      ...(terms && { terms: JSON.stringify(terms) }),
    })
    .where('id', '=', id)
    .execute();
  return getImport(trx, actor, id);
}

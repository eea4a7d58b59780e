import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { authoriseFor } from '../../../platform/policy.ts';
import { cataloguePolicy } from '../policy.ts';
import { imports, type ImportRow } from './tables.ts';

/** @throws Problem platform.notFound, also where it is another enterprise's */
export async function findImport(
  trx: Db,
  actor: Actor,
  operation: string,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<ImportRow> {
  const row = await imports(trx)
    .selectFrom('product_import')
    .selectAll()
    .where('id', '=', id)
    .$if(options.lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  authoriseFor(cataloguePolicy, actor, operation, row.organisation_id);
  return row;
}

export interface Counted {
  rowReached: number;
  read: number;
  good: number;
  bad: number;
  created: number;
  updated: number;
  unchanged: number;
  incomplete: number;
  lacking: Record<string, number>;
}

/**
 * Moves an import's counters on, in the transaction of its rows.
 * @returns false where it isn't at `from` any more: another worker has it, or it was started anew
 */
export async function moveOn(trx: Db, row: ImportRow, from: number, counted: Counted): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update product_import set row_reached = ${counted.rowReached}, rows_read = rows_read + ${counted.read},
      good = good + ${counted.good}, bad = bad + ${counted.bad}, created = created + ${counted.created},
      updated = updated + ${counted.updated}, unchanged = unchanged + ${counted.unchanged},
      incomplete = incomplete + ${counted.incomplete},
      lacking = (
        select coalesce(jsonb_object_agg(field, rows), '{}') from (
          select key as field, sum(value::integer) as rows
          from (select * from jsonb_each_text(lacking)
            union all select * from jsonb_each_text(${JSON.stringify(counted.lacking)}::jsonb)) both_counts
          group by key) summed),
      progressed_at = now()
    where id = ${row.id} and attempt = ${row.attempt} and row_reached = ${from}
      and state in ('checking', 'running')`.execute(trx);
  return numAffectedRows === 1n;
}

/** Ends an attempt. @returns whether it changed any product */
export async function finish(
  trx: Db,
  row: ImportRow,
  problem: { code: string; params: Record<string, string | number> } | null,
): Promise<boolean> {
  const ended = await imports(trx)
    .updateTable('product_import')
    .set({
      state: problem ? 'failed' : row.state === 'checking' ? 'checked' : 'done',
      problem: problem && JSON.stringify(problem),
      finished_at: new Date(),
    })
    .where('id', '=', row.id)
    .where('attempt', '=', row.attempt)
    .where('state', 'in', ['checking', 'running'])
    .returning(['state', 'created', 'updated'])
    .executeTakeFirst();
  return row.state === 'running' && ended !== undefined && ended.created + ended.updated > 0;
}

/** Keeps bad rows apart. */
export async function keepBadRows(
  trx: Db,
  importId: string,
  bad: readonly { row: number; cells: string[]; faults: object[] }[],
): Promise<void> {
  if (bad.length === 0) return;
  // NUL can't be kept in jsonb; a file with one was refused as no text.
  await sql`
    insert into product_import_bad_row (import_id, row_number, cells, problems)
    select ${importId}, r.row, r.cells, r.faults
    from jsonb_to_recordset(${JSON.stringify(bad)}::jsonb) as r ("row" integer, cells jsonb, faults jsonb)`.execute(
    trx,
  );
}

/** Imports under way that nobody has moved on for half a minute: their server was stopped. */
export async function stalledImports(db: Db): Promise<{ importId: string; attempt: number }[]> {
  const { rows } = await sql<{ importId: string; attempt: number }>`
    select id as "importId", attempt from product_import
    where state in ('checking', 'running') and progressed_at < now() - interval '30 seconds' limit 100`.execute(
    db,
  );
  return rows;
}

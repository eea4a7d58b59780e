import type { ImportResource, listImports as listEndpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readIdCursor, readSortCursor } from '../../../platform/http/typed-cursors.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { missingFrom, sheetFields } from '../sheet/fields.ts';
import { headingOf } from '../sheet/headings.ts';
import { findImport } from './import.sql.ts';
import { imports, type ImportRow } from './tables.ts';

/** The languages a text can be given in by choosing; others by a heading such as `Name (hu)`. */
const textLanguages = ['zh-CN', 'en', 'ru'];

/** @throws Problem platform.notFound */
export async function getImport(trx: Db, actor: Actor, id: string): Promise<ImportResource> {
  return present(await findImport(trx, actor, 'catalogue.getImport', id), actor.language);
}

/** The imports of the actor's own enterprise, newest first or by the name of their file, and how many there are. */
export async function listImports(
  trx: Db,
  actor: Actor,
  { cursor, limit, sort, state }: QueryOf<typeof listEndpoint>,
): Promise<ResponseOf<typeof listEndpoint>> {
  const byFile = sort === 'file';
  const after = byFile ? readSortCursor(cursor, 'string') : readIdCursor(cursor);
  // An enterprise's own, by its index: what is left is put in order there and then.
  const own = imports(trx)
    .selectFrom('product_import')
    .where('organisation_id', '=', actor.organisationId)
    .$if(state !== undefined, (query) => query.where('state', 'in', state!));
  const name = sql<string>`lower(file_name)`;
  const rows = await own
    .selectAll()
    .select(name.as('position'))
    .$if(byFile, (query) => query.orderBy(name))
    // Ids grow with time.
    .orderBy('id', 'desc')
    .$if(typeof after === 'string', (query) => query.where('id', '<', after as string))
    .$if(typeof after === 'object', (query) => {
      const { value, id } = after as { value: string; id: string };
      return query.where(sql<boolean>`(${name} > ${value} or (${name} = ${value} and id < ${id}::uuid))`);
    })
    .limit(limit + 1)
    .execute();
  const { total } = await own
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      format: row.format,
      state: row.state,
      progress: progressOf(row),
      createdAt: row.created_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    })),
    nextCursor:
      last && rows.length > limit ? writeCursor(byFile ? [last.position, last.id] : [last.id]) : null,
    total,
  };
}

const progressOf = (row: ImportRow): ImportResource['progress'] => ({
  rowsTotal: row.rows_total,
  rowsRead: row.rows_read,
  good: row.good,
  bad: row.bad,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  incomplete: row.incomplete,
});

function present(row: ImportRow, language: string): ImportResource {
  const filled = row.columns.flatMap(({ field }) => (field === null ? [] : [field]));
  const offered = sheetFields.flatMap(({ field, localised }) =>
    localised ? textLanguages.map((tag) => `${field}.${tag}`) : [field],
  );
  return {
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    encoding: row.encoding,
    delimiter: row.delimiter,
    state: row.state,
    columns: row.columns,
    fields: [...new Set([...offered, ...filled])].map((field) => ({
      field,
      name: headingOf(field, language),
    })),
    missing: missingFrom(filled),
    preview: row.preview,
    progress: progressOf(row),
    publish: row.publish,
    terms: { currency: null, incoterm: null, place: null, ...row.terms },
    lacking: Object.entries(row.lacking)
      .map(([field, rows]) => ({ field, name: headingOf(field, language), rows }))
      .toSorted((a, b) => b.rows - a.rows || (a.field < b.field ? -1 : 1)),
    problem: row.problem && {
      code: row.problem.code,
      message: message(language, row.problem.code, row.problem.params),
    },
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

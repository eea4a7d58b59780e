import type {
  diffVersions as diffEndpoint,
  listVersions as listEndpoint,
  QueryOf,
  ResponseOf,
} from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readNumberCursor } from '../../platform/http/typed-cursors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { cataloguePolicy } from './policy.ts';
import { catalogueProblems } from './problems.ts';
import { catalogue } from './tables.ts';

type Change = ResponseOf<typeof diffEndpoint>['changes'][number];

/** @throws Problem platform.notFound */
export async function authoriseVersions(trx: Db, actor: Actor, operation: string, id: string): Promise<void> {
  const row = await catalogue(trx)
    .selectFrom('product')
    .select('organisation_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  authoriseFor(cataloguePolicy, actor, operation, row.organisation_id);
}

/** The versions of a product, newest first. @throws Problem platform.notFound */
export async function listVersions(
  trx: Db,
  actor: Actor,
  { id, cursor, limit }: { id: string } & QueryOf<typeof listEndpoint>,
): Promise<ResponseOf<typeof listEndpoint>> {
  await authoriseVersions(trx, actor, 'catalogue.listVersions', id);
  const before = readNumberCursor(cursor);
  const rows = await catalogue(trx)
    .selectFrom('product_version')
    .select(['version', 'at', 'by_name', 'state'])
    .where('product_id', '=', id)
    .$if(before !== undefined, (query) => query.where('version', '<', before!))
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    items: page.map((row) => ({
      version: row.version,
      at: row.at.toISOString(),
      by: row.by_name,
      state: row.state,
    })),
    nextCursor: rows.length > limit ? writeCursor([page.at(-1)!.version]) : null,
  };
}

/** What differs between two versions, field by field, the fields named in the reader's language. @throws Problem catalogue.noSuchVersion */
export async function diffVersions(
  trx: Db,
  actor: Actor,
  { id, from, to }: { id: string; from: number; to: number },
): Promise<ResponseOf<typeof diffEndpoint>> {
  await authoriseVersions(trx, actor, 'catalogue.diffVersions', id);
  const read = async (version: number) => {
    const row = await catalogue(trx)
      .selectFrom('product_version')
      .select(['snapshot', 'parts', 'state'])
      .where('product_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (!row) throw new Problem(catalogueProblems.noSuchVersion, { version });
    return { ...row.snapshot, ...row.parts, state: row.state };
  };
  return { changes: differences(await read(from), await read(to), actor.language) };
}

/** Leaves that differ between two values, by path. An empty list or object is a leaf. */
export function differences(before: unknown, after: unknown, language: string): Change[] {
  const left = leaves(before);
  const right = leaves(after);
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((path) => JSON.stringify(left.get(path)) !== JSON.stringify(right.get(path)))
    .toSorted()
    .map((path) => ({
      path,
      field: fieldName(path, language),
      before: left.get(path) ?? null,
      after: right.get(path) ?? null,
    }));
}

function leaves(value: unknown, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) {
    const nothing = typeof value === 'object' && value !== null;
    if (path !== '' && !nothing) found.set(path, value);
    return found;
  }
  for (const [key, inner] of entries) leaves(inner, path === '' ? key : `${path}.${key}`, found);
  return found;
}

/** `names.en` → "名称 · en"; `packing.0.netGrams` → "包装 · 1 · 净重". */
function fieldName(path: string, language: string): string {
  return path
    .split('.')
    .map((part) => {
      if (/^\d+$/.test(part)) return String(Number(part) + 1);
      const code = `fields.${part}`;
      const named = message(language, code);
      return named === code ? part : named;
    })
    .join(' · ');
}

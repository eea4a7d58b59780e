import type { Db } from '../../platform/db/database.ts';
import { aliasesOf, changeOrganisation, findOrganisation, resourcesOf } from './organisation.sql.ts';
import { organisationWords } from './organisation-words.ts';
import { normaliseSpelling } from '../../platform/text/index.ts';
import type { Texts } from './tables.ts';

/**
 * Writes anew what is derived of an organisation: its index text, its place in an alphabetical list
 * and which kinds of resource it offers. Every use case that changes one of them calls this in the same transaction.
 */
export async function reindexOrganisation(trx: Db, id: string): Promise<void> {
  const row = await findOrganisation(trx, id);
  if (!row) return;
  const resources = await resourcesOf(trx, id);
  const words = organisationWords(row, await aliasesOf(trx, id), resources);
  await changeOrganisation(trx, id, {
    search: words.vector,
    search_text: words.text,
    sort_key: sortKey(row.names),
    resource_kinds: [...new Set(resources.map(({ kind }) => kind))].toSorted(),
  });
}

/** Where a name stands in a list by name: by the Latin spelling of the English or Chinese name. */
export const sortKey = (names: Texts): string =>
  normaliseSpelling(names['en'] ?? names['zh-CN'] ?? Object.values(names)[0] ?? '').slice(0, 200);

import type {
  CharterVersion,
  listCharterVersions as versionsEndpoint,
  listSignatories as signatoriesEndpoint,
  QueryOf,
  ResponseOf,
} from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { findCharter, pageOfCharters, pageOfSignatories } from './charter.sql.ts';
import { readDateCursor, readNumberCursor } from '../../platform/http/typed-cursors.ts';
import { membersProblems } from './problems.ts';

type Row = NonNullable<Awaited<ReturnType<typeof findCharter>>>;

export const presentCharter = (row: Row): CharterVersion => ({
  number: row.number,
  adoptedOn: row.adopted_on,
  languages: Object.keys(row.texts),
  publishedAt: row.published_at.toISOString(),
  demo: row.demo,
  texts: row.texts,
});

/** The charter in force, or the version of a number. @throws Problem members.noCharter */
export async function getCharter(trx: Db, number: number | undefined): Promise<CharterVersion> {
  const row = await findCharter(trx, number);
  if (!row) throw new Problem(membersProblems.noCharter);
  return presentCharter(row);
}

/** Every version that ever was in force, newest first. */
export async function listCharterVersions(
  trx: Db,
  query: QueryOf<typeof versionsEndpoint>,
): Promise<ResponseOf<typeof versionsEndpoint>> {
  const rows = await pageOfCharters(trx, readNumberCursor(query.cursor), query.limit + 1);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map((row) => ({
      number: row.number,
      adoptedOn: row.adopted_on,
      languages: row.languages,
      publishedAt: row.published_at.toISOString(),
      demo: row.demo,
    })),
    nextCursor: rows.length > query.limit ? writeCursor([items.at(-1)!.number]) : null,
  };
}

/** Founding signatories in the order they signed. */
export async function listSignatories(
  trx: Db,
  query: QueryOf<typeof signatoriesEndpoint>,
): Promise<ResponseOf<typeof signatoriesEndpoint>> {
  const rows = await pageOfSignatories(trx, readDateCursor(query.cursor), query.limit + 1);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => ({
      id: row.id,
      names: row.names,
      organisationId: row.organisation_id,
      organisationNames: row.organisation_names,
      signedOn: row.signed_on,
      charterNumber: row.charter_number,
      demo: row.demo,
    })),
    nextCursor: last && rows.length > query.limit ? writeCursor([last.signed_on, last.id]) : null,
  };
}

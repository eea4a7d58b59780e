import type { ApplicationSummary } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import {
  countApplications,
  pageOfApplications,
  type ApplicationState,
  type WaitsFor,
} from './admission.sql.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';
import { presentCard } from './present.ts';
import { searchQuery } from './search-text.ts';

/** The admissions desk: oldest first, so that nobody waits behind newcomers. */
export async function listApplications(
  trx: Db,
  actor: Actor,
  query: {
    q?: string;
    state?: readonly ApplicationState[];
    waitsFor?: WaitsFor;
    cursor?: string;
    limit: number;
  },
  extent: 'all' | 'own',
): Promise<{ items: ApplicationSummary[]; nextCursor: string | null; total: number }> {
  const tsquery = query.q === undefined ? undefined : searchQuery(query.q);
  if (tsquery === null) return { items: [], nextCursor: null, total: 0 };
  const filter = {
    owner: extent === 'all' ? ('anyone' as const) : actor,
    states: query.state,
    tsquery,
    waitsFor: query.waitsFor,
  };
  const after = readIdCursor(query.cursor);
  const rows = await pageOfApplications(trx, filter, after, query.limit + 1);
  const items = rows.slice(0, query.limit);
  return {
    items: items.map((row) => ({
      id: row.application_id,
      state: row.application_state,
      waitsFor: row.waits_for,
      asked: row.asked,
      organisation: presentCard({ ...row, languages: row.organisation_languages }),
      submittedAt: row.submitted_at.toISOString(),
      language: row.language,
      decidedAt: row.decided_at?.toISOString() ?? null,
    })),
    nextCursor: rows.length > query.limit ? writeCursor([items.at(-1)!.application_id]) : null,
    total: await countApplications(trx, filter),
  };
}

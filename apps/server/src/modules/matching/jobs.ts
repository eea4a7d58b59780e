import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Events } from '../../platform/events/events.ts';

export const queues = {
  match: 'matching.match-demand',
  share: 'matching.share-out',
  nightly: 'matching.match-all',
} as const;

/** Has products held against demands anew, once the caller's transaction has committed. */
export async function askForMatching(trx: Db, events: Events, demandIds: readonly string[]): Promise<void> {
  for (const demandId of demandIds) await events.enqueue(trx, queues.match, { demandId });
}

/** Notes that what is to be shared out has changed, and has it done once the caller's transaction has committed. */
export async function askForSharing(trx: Db, events: Events): Promise<void> {
  await sql`insert into matching_state (single, changed, shared) values (true, 1, 0)
    on conflict (single) do update set changed = matching_state.changed + 1`.execute(trx);
  await events.enqueue(trx, queues.share, {});
}

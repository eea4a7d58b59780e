import type { StateMove } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { authoriseFor } from '../../platform/policy.ts';
import { movesOf } from './admission.sql.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';
import { membersPolicy } from './policy.ts';

/** Every move of an organisation's state, newest first. @throws Problem platform.notFound for somebody else's */
export async function getHistory(
  trx: Db,
  actor: Actor,
  input: { id: string; cursor?: string; limit: number },
): Promise<{ items: StateMove[]; nextCursor: string | null }> {
  authoriseFor(membersPolicy, actor, 'members.getOrganisationHistory', input.id);
  const rows = await movesOf(trx, input.id, readIdCursor(input.cursor), input.limit + 1);
  const items = rows.slice(0, input.limit);
  return {
    items: items.map((row) => ({
      id: row.id,
      from: row.from_state,
      to: row.to_state,
      reason: row.reason,
      personName: row.person_name,
      at: row.at.toISOString(),
    })),
    nextCursor: rows.length > input.limit ? writeCursor([items.at(-1)!.id]) : null,
  };
}

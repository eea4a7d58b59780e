import type {
  Introduction as Presented,
  listIntroductions as listEndpoint,
  QueryOf,
  ResponseOf,
} from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';
import { concerns, stepsOf } from './introduction.sql.ts';
import { presentAll, presentIntroduction } from './present-introduction.ts';
import { network } from './tables.ts';

/** @throws Problem platform.notFound, also where it concerns others */
export const getIntroduction = (trx: Db, actor: Actor, id: string): Promise<Presented> =>
  presentIntroduction(trx, actor, id);

/** Introductions that concern one's own organisation, the newest first: those it asked for, has to answer, or answered. */
export async function listIntroductions(
  trx: Db,
  actor: Actor,
  { cursor, limit, part }: QueryOf<typeof listEndpoint>,
): Promise<ResponseOf<typeof listEndpoint>> {
  const own = actor.organisationId;
  const after = readIdCursor(cursor);
  if (own === null) return { items: [], nextCursor: null, total: 0 };
  const now = new Date();
  const answered = (whether: 'is' | 'is not') =>
    sql<boolean>`id in (select introduction_id from introduction_step where organisation_id = ${own} and answer ${sql.raw(whether)} null)`;
  const asked = network(trx)
    .selectFrom('introduction')
    .$if(part === undefined, (query) => query.where(concerns(own)))
    .$if(part === 'asked', (query) => query.where('asker_id', '=', own))
    .$if(part === 'toAnswer', (query) =>
      query.where(answered('is')).where('state', '=', 'open').where('expires_at', '>', now),
    )
    .$if(part === 'answered', (query) => query.where(answered('is not')));
  const rows = await asked
    .selectAll()
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { total } = await asked.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const steps = Map.groupBy(
    await stepsOf(
      trx,
      shown.map(({ id }) => id),
    ),
    (step) => step.introduction_id,
  );
  return {
    items: await presentAll(
      trx,
      own,
      shown.map((row) => ({ row, steps: steps.get(row.id) ?? [] })),
      now,
    ),
    nextCursor: rows.length > limit ? writeCursor([shown.at(-1)!.id]) : null,
    total,
  };
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { streamed } from '../../platform/live/streamed.ts';
import type { Live, State } from '../../platform/live/live.ts';
import { dealToRead } from './read-messages.ts';

/** How the deals that somebody looks at are read: their versions, which grow with every change and message. */
export const readDealVersions =
  (db: Db) =>
  async (ids: readonly string[]): Promise<Map<string, State>> => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from deal where id = any(${[...ids]}::uuid[])`.execute(db);
    return new Map(
      rows.map(({ id, version }) => [id, { id: String(version), data: JSON.stringify({ version }) }]),
    );
  };

/** @throws Problem platform.notFound, also for the secretariat; platform.tooManyViewers */
export async function streamDeal(
  trx: Db,
  actor: Actor,
  id: string,
  { live, request, reply }: { live: Live; request: FastifyRequest; reply: FastifyReply },
): Promise<Readable> {
  await dealToRead(trx, actor, id);
  return streamed(live, 'deal', id, request, reply);
}

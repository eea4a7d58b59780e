import type { Ceremony } from '@jiechuan/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Live } from '../../../platform/live/live.ts';
import { streamed } from '../../../platform/live/streamed.ts';
import { findCeremony } from './ceremony.sql.ts';
import { presentCeremony } from './present.ts';

/** The kind of topics that ceremonies are, for who looks at one live. */
export const ceremonyTopics = 'ceremony';

/** @throws Problem platform.notFound, also for a draft of the secretariat's */
export const getCeremony = async (trx: Db, actor: Actor, id: string): Promise<Ceremony> =>
  presentCeremony(trx, await findCeremony(trx, actor, id));

/** @throws Problem platform.notFound, platform.tooManyViewers */
export async function streamCeremony(
  trx: Db,
  actor: Actor,
  id: string,
  { live, request, reply }: { live: Live; request: FastifyRequest; reply: FastifyReply },
): Promise<Readable> {
  await findCeremony(trx, actor, id);
  return streamed(live, ceremonyTopics, id, request, reply);
}

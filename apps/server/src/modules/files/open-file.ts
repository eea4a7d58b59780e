import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { imageTypes, type StoredFile } from '../../platform/files/files.ts';
import type { Ground } from '../../platform/module.ts';

const mayRead = (actor: Actor, file: StoredFile): boolean =>
  file.public ||
  actor.role === 'secretariat' ||
  (file.organisationId !== null && file.organisationId === actor.organisationId) ||
  (file.createdBy !== null && file.createdBy === actor.userId);

/** Only what a browser shows without running it is shown in place; everything else is saved. */
const shown = new Set([...imageTypes, 'application/pdf']);

/**
 * Streams a file. Somebody else's answers like one that doesn't exist.
 * @throws Problem platform.notFound
 */
export async function openFile(
  trx: Db,
  actor: Actor,
  input: { id: string; width: 320 | 960 | undefined },
  reply: FastifyReply,
  ground: Pick<Ground, 'files'>,
): Promise<Readable> {
  const file = await ground.files.find(trx, input.id);
  if (!file || !mayRead(actor, file)) throw new Problem(problems.notFound);
  const smaller = imageTypes.includes(file.mediaType) ? input.width : undefined;
  const content = await ground.files.open(file, smaller);
  if (!content) throw new Problem(problems.notFound);
  const how = shown.has(file.mediaType) ? 'inline' : 'attachment';
  reply.type(file.mediaType);
  reply.header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  // A file never changes under its id.
  reply.header('cache-control', file.public ? 'public, max-age=31536000, immutable' : 'private, no-store');
  return content;
}

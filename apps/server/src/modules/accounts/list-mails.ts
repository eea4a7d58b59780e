import type { listMails as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/actor.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { isOwnMachine } from '../../platform/http/server.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';

const ownMachine = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/**
 * Mails carry links that sign people in: open only on the developer's own machine, without a mail server,
 * to whoever calls it by its own name. A proxy that lets the world in, or a page elsewhere whose host was
 * pointed here, calls it otherwise.
 */
export const outboxIsOpen = (
  { production, smtpUrl, host, publicUrl }: Config,
  request: FastifyRequest,
): boolean =>
  !production &&
  smtpUrl === undefined &&
  [host, new URL(publicUrl).hostname, request.hostname].every((name) => ownMachine.has(name)) &&
  isOwnMachine(request);

/** @throws Problem platform.signInFirst, platform.forbidden */
export async function listMails(
  trx: Db,
  actor: Actor,
  { cursor, limit }: QueryOf<typeof endpoint>,
  config: Config,
  request: FastifyRequest,
): Promise<ResponseOf<typeof endpoint>> {
  if (actor.role !== 'secretariat' && !outboxIsOpen(config, request)) {
    throw new Problem(actor.role === 'visitor' ? problems.signInFirst : problems.forbidden);
  }
  const before = readIdCursor(cursor);
  const rows = await trx
    .selectFrom('mail')
    .selectAll()
    // Ids grow with time, so they are the order.
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ id, recipient, subject, body, state, error, created_at }) => ({
      id,
      recipient,
      subject,
      body,
      state,
      error,
      createdAt: created_at.toISOString(),
    })),
    nextCursor: rows.length > limit ? writeCursor([page.at(-1)!.id]) : null,
  };
}

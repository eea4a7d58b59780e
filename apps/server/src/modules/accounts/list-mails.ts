import type { listMails as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';

/** Mails carry links that sign people in: open only on the developer's own machine, without a mail server. */
export const outboxIsOpen = ({ production, smtpUrl, host }: Config): boolean =>
  !production && smtpUrl === undefined && ['127.0.0.1', '::1', 'localhost'].includes(host);

/** @throws Problem platform.signInFirst, platform.forbidden */
export async function listMails(
  trx: Db,
  actor: Actor,
  { cursor, limit }: QueryOf<typeof endpoint>,
  config: Config,
): Promise<ResponseOf<typeof endpoint>> {
  if (actor.role !== 'secretariat' && !outboxIsOpen(config)) {
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

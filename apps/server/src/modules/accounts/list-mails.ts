import {
  mostSheetRows,
  type exportMailsCsv,
  type listMails as endpoint,
  type QueryOf,
  type ResponseOf,
} from '@jiechuan/contract';
import type { FastifyRequest } from 'fastify';
import type { SelectQueryBuilder } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/db/database.ts';
import type { PlatformTables } from '../../platform/db/tables.ts';
import { holding } from '../../platform/db/like.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { isOwnMachine } from '../../platform/http/server.ts';
import { readIdCursor, readSortCursor } from '../../platform/http/typed-cursors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { sheetOf, type SheetRows } from '../../platform/sheets/index.ts';
import { accountsProblems } from './problems.ts';

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

interface Asked {
  config: Config;
  request: FastifyRequest;
}

/** @throws Problem platform.signInFirst, platform.forbidden */
function refuseOthers(actor: Actor, { config, request }: Asked): void {
  if (actor.role !== 'secretariat' && !outboxIsOpen(config, request))
    throw new Problem(actor.role === 'visitor' ? problems.signInFirst : problems.forbidden);
}

/** @throws Problem platform.signInFirst, platform.forbidden */
export async function listMails(
  trx: Db,
  actor: Actor,
  { q, state, sort, cursor, limit }: QueryOf<typeof endpoint>,
  { config, request }: Asked,
): Promise<ResponseOf<typeof endpoint>> {
  refuseOthers(actor, { config, request });
  const pattern = q === undefined ? undefined : holding(q);
  const found = trx
    .selectFrom('mail')
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(pattern !== undefined, (query) =>
      query.where((where) =>
        where.or([where('recipient', 'ilike', pattern!), where('subject', 'ilike', pattern!)]),
      ),
    );
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await (sort === 'recipient' ? byRecipient(found, cursor) : byTime(found, sort, cursor))
    .selectAll()
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ id, recipient, subject, body, state: its, error, created_at }) => ({
      id,
      recipient,
      subject,
      body,
      state: its,
      error,
      createdAt: created_at.toISOString(),
    })),
    nextCursor:
      rows.length > limit && last
        ? writeCursor(sort === 'recipient' ? [last.recipient, last.id] : [last.id])
        : null,
    total,
  };
}

type Mails = SelectQueryBuilder<PlatformTables, 'mail', object>;

/** Ids grow with time, so they are the order. */
function byTime(found: Mails, sort: 'newest' | 'oldest', cursor: string | undefined): Mails {
  const from = readIdCursor(cursor);
  const newest = sort === 'newest';
  return found
    .$if(from !== undefined, (query) => query.where('id', newest ? '<' : '>', from!))
    .orderBy('id', newest ? 'desc' : 'asc');
}

/** By address, those to one address by time. */
function byRecipient(found: Mails, cursor: string | undefined): Mails {
  const from = readSortCursor(cursor, 'string');
  return found
    .$if(from !== undefined, (query) =>
      query.where((where) =>
        where(where.refTuple('recipient', 'id'), '>', where.tuple(from!.value, from!.id)),
      ),
    )
    .orderBy('recipient')
    .orderBy('id');
}

const columns = ['written', 'recipient', 'subject', 'state', 'error'] as const;

/** The list as it stands, worded in the reader's language. Without the text of mails: it may sign people in. @throws as listMails, accounts.exportTooLarge */
export function mailsSheet(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof exportMailsCsv>,
  asked: Asked,
): SheetRows {
  const say = (code: string) => message(actor.language, `accounts.${code}`);
  return sheetOf(
    columns.map((column) => say(`mailSheet.${column}`)),
    (cursor) => listMails(trx, actor, { ...query, ...cursor, limit: 100 }, asked),
    ({ createdAt, recipient, subject, state, error }) => [
      createdAt,
      recipient,
      subject,
      say(`mailState.${state}`),
      error ?? '',
    ],
    tooLarge,
  );
}

/** @throws Problem accounts.exportTooLarge */
export const tooLarge = (): never => {
  throw new Problem(accountsProblems.exportTooLarge, { most: mostSheetRows });
};

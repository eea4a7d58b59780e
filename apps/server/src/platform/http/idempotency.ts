import type { FastifyRequest } from 'fastify';
import type { Db } from '../db/database.ts';
import { Problem, problems } from '../errors.ts';
import { JsonText } from './json-text.ts';

interface Owner {
  caller: string;
  key: string;
  operation: string;
}

/** The Idempotency-Key header; undefined where there is none. */
export function readKey(request: FastifyRequest): string | undefined {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw new Problem(problems.invalid, {}, [
      { path: 'headers.idempotency-key', code: 'platform.badIdempotencyKey' },
    ]);
  }
  return header;
}

/**
 * Claims a key inside the request's own transaction: a second request with it waits here until the
 * first has committed (and is answered the same) or rolled back (and is done now).
 * @returns the earlier answer, or undefined when the key is new
 * @throws Problem platform.keyReused when the key came with another request
 */
export async function claimKey(trx: Db, owner: Owner, hash: string): Promise<{ body: unknown } | undefined> {
  const inserted = await trx
    .insertInto('idempotency_key')
    .values({ ...owner, request_hash: hash })
    .onConflict((conflict) => conflict.columns(['caller', 'key']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return undefined;
  const earlier = await trx
    .selectFrom('idempotency_key')
    .select(['request_hash', 'status', 'body'])
    .where('caller', '=', owner.caller)
    .where('key', '=', owner.key)
    .executeTakeFirst();
  if (!earlier || earlier.status === null) throw new Problem(problems.stillRunning);
  if (earlier.request_hash !== hash) throw new Problem(problems.keyReused);
  // Parsed and written again, JSON of ours is the very same text: names keep their order.
  return { body: earlier.body === null ? undefined : JSON.parse(earlier.body) };
}

/** Keeps the answer beside the rows it speaks of; kept for a day, then swept. */
export async function keepAnswer(trx: Db, owner: Owner, status: number, answer: unknown): Promise<void> {
  const body =
    answer instanceof JsonText ? answer.text : answer === undefined ? null : JSON.stringify(answer);
  await trx
    .updateTable('idempotency_key')
    .set({ status, body })
    .where('caller', '=', owner.caller)
    .where('key', '=', owner.key)
    .execute();
}

/** Forgets keys older than a day. */
export async function sweepKeys(trx: Db): Promise<void> {
  await trx
    .deleteFrom('idempotency_key')
    .where('created_at', '<', new Date(Date.now() - 24 * 3600 * 1000))
    .execute();
}

import { createHash } from 'node:crypto';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { Problem, problems } from '../errors.ts';
import { authorise, type Policy } from '../policy.ts';
import { readVersion, tagAnswer } from './entity-tags.ts';
import { JsonText } from './json-text.ts';
import { claimKey, keepAnswer, readKey } from './idempotency.ts';
import { inTransaction } from './transaction.ts';
import { receiveUpload, type ArrivedUpload, type Upload } from './upload.ts';

/** Where an endpoint names no parameters of the query, there are none. */
const noQuery = z.strictObject({});

/** What a handler is given. `trx` is a transaction for every method but GET. */
export interface Call<E extends Endpoint> {
  trx: Db;
  actor: Actor;
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** The file that was sent, where the endpoint takes one. */
  upload: E['upload'] extends object ? Upload : undefined;
  /** How far the policy lets this actor reach. */
  extent: 'all' | 'own';
  /** From If-Match; only where the endpoint is `versioned` and edits. */
  expectedVersion: number;
  request: FastifyRequest;
  reply: FastifyReply;
}

export type Answer<E extends Endpoint> =
  | ResponseOf<E>
  | JsonText
  | (E['produces'] extends string ? NodeJS.ReadableStream : never);
export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E>>;
/** Mounts one endpoint of the contract. */
export type Mount = <E extends Endpoint>(endpoint: E, handler: Handler<E>) => void;

/**
 * The routes of one module, bound to its policy: no route without a rule.
 * @param heard waits until what was committed is known to this process: whoever wrote reads what it wrote, from memory too
 */
export function mountFor(
  app: FastifyInstance,
  db: Db,
  policy: Policy,
  heard: () => Promise<void> = async () => {},
): Mount {
  return (endpoint, handler) => {
    if (!Object.hasOwn(policy, endpoint.operationId))
      throw new Error(`${endpoint.operationId} has no policy`);
    app.endpoints.push(endpoint);
    const edits = endpoint.versioned && endpoint.method !== 'GET' && endpoint.method !== 'POST';
    app.route({
      method: endpoint.method,
      url: `/api/v1${endpoint.path}`,
      config: { endpoint },
      schema: {
        operationId: endpoint.operationId,
        summary: endpoint.summary,
        tags: [endpoint.tag],
        ...(endpoint.params && { params: endpoint.params }),
        querystring: endpoint.query ?? noQuery,
        ...(endpoint.body && { body: endpoint.body }),
        ...(endpoint.response && { response: { [endpoint.status ?? 200]: endpoint.response } }),
      },
      // Permission before validation: a stranger learns nothing from which fields are wrong.
      preValidation: async (request) => {
        request.extent = authorise(policy, request.actor, endpoint.operationId);
      },
      ...(endpoint.response && (endpoint.method === 'GET' || endpoint.versioned) && { onSend: tagAnswer }),
      handler: async (request, reply) => {
        const call = (trx: Db, upload?: Upload) =>
          handler({
            trx,
            actor: request.actor,
            params: request.params as never,
            query: request.query as never,
            body: request.body as never,
            upload: upload as never,
            extent: request.extent,
            expectedVersion: edits ? readIfMatch(request) : 0,
            request,
            reply,
          });
        if (endpoint.method === 'GET') return send(endpoint, reply, await call(db));
        // A key that can't be kept (the answer holds a secret) is checked and otherwise not heeded.
        const given = endpoint.method === 'POST' ? readKey(request) : undefined;
        const key = endpoint.secretAnswer ? undefined : given;
        const upload = endpoint.upload && (await receiveUpload(request, endpoint.upload, app.uploadFolder));
        const answer = await inTransaction(db, { retry: true }, async (trx) => {
          if (key === undefined) return { value: await call(trx, upload) };
          const owner = { caller: callerOf(request.actor), key, operation: endpoint.operationId };
          const earlier = await claimKey(trx, owner, requestHash(endpoint, request, upload));
          if (earlier) return { earlier };
          const value = await call(trx, upload);
          await keepAnswer(trx, owner, endpoint.status ?? 200, value);
          return { value };
        }).finally(() => upload?.discard());
        await heard();
        if (answer.earlier) {
          reply.header('idempotency-replayed', 'true');
          return send(endpoint, reply, answer.earlier.body as never);
        }
        return send(endpoint, reply, answer.value as never);
      },
    });
  };
}

function send<E extends Endpoint>(endpoint: E, reply: FastifyReply, answer: Answer<E>): unknown {
  // A file that the reader has already: its handler looked at the tag before it read anything.
  if (reply.statusCode === 304) return reply.send();
  reply.code(endpoint.status ?? 200);
  if (endpoint.status === 204) return reply.send();
  if (endpoint.produces && !reply.hasHeader('content-type')) reply.type(endpoint.produces);
  if (answer instanceof JsonText)
    return reply.type('application/json; charset=utf-8').header('etag', answer.tag).send(answer.bytes);
  if (endpoint.versioned) {
    reply.header('etag', `"${(answer as { version: number }).version}"`);
  }
  return reply.send(answer);
}

function readIfMatch(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw new Problem(problems.versionNeeded);
  const version = readVersion(header);
  if (version === undefined)
    throw new Problem(problems.invalid, {}, [{ path: 'headers.if-match', code: 'platform.badIfMatch' }]);
  return version;
}

/**
 * Whose key it is: a person's in the organisation they act for. The same person acting for another one
 * asks for something else, and is never shown what the first was answered.
 */
const callerOf = ({ userId, organisationId, ip }: Actor): string =>
  userId === null ? `ip:${ip}` : `${userId}/${organisationId ?? ''}`;

/** What was asked; an upload is known by its digest. */
const requestHash = (endpoint: Endpoint, request: FastifyRequest, upload?: ArrivedUpload): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        endpoint.operationId,
        request.params,
        request.query,
        upload ? upload.digest : request.body,
      ]),
    )
    .digest('hex');

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
  interface FastifyInstance {
    /** Every endpoint mounted so far. */
    endpoints: Endpoint[];
    /** Where uploads lie until they are answered. */
    uploadFolder: string;
  }
}

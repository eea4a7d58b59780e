import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import type { Actor } from '../actor.ts';
import type { Config } from '../config.ts';
import { Problem, problems } from '../errors.ts';
import { languages, negotiateLanguage } from '../i18n/messages.ts';
import { answerError } from './problems.ts';
import { answerUnreadable } from './unreadable-requests.ts';
import { serializeAnswers, validateRequest } from './validation.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
    /** Language the answer is worded in. */
    language: string;
    extent: 'all' | 'own';
    /** One-time value that the page's own scripts and styles carry. */
    cspNonce: string;
  }
}

/** Finds out who asks; called once a request under /api. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor>;

/**
 * The HTTP server before any route: request ids, language, security headers, limits, problem documents.
 * `config.checkAnswers` holds every answer against the contract (tests).
 */
export async function createServer(
  config: Config & { checkAnswers?: boolean; logger?: FastifyServerOptions['loggerInstance'] },
): Promise<FastifyInstance> {
  const app = Fastify({
    ...(config.logger ? { loggerInstance: config.logger } : { logger: false }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy > 0 && ((_, hop) => hop < config.trustProxy),
    // Whoever sends slowly, to hold connections open, is cut off: heads in half a minute, bodies in half an hour.
    http: { headersTimeout: 30_000 },
    requestTimeout: 30 * 60_000,
    clientErrorHandler: answerUnreadable,
    bodyLimit: 1024 * 1024,
    // While closing, requests already on a kept-alive connection are still answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validateRequest as never);
  app.setSerializerCompiler(serializeAnswers(config.checkAnswers ?? false) as never);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    answerError(
      new Problem(problems.noSuchRoute, { method: request.method, path: request.url.slice(0, 200) }),
      request,
      reply,
    ),
  );
  app.decorate('endpoints', []);
  app.decorate('uploadFolder', path.join(config.dataDir, 'uploads'));
  app.decorateRequest('actor');
  app.decorateRequest('language', 'zh-CN');
  app.decorateRequest('extent', 'own');
  app.decorateRequest('cspNonce', '');
  app.addHook('onRequest', async (request, reply) => {
    // A page speaks the language chosen for it; a program asks for one in its header.
    const chosen = request.url.startsWith('/api/')
      ? undefined
      : /(?:^|;\s*)lang=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    request.language =
      chosen && languages.includes(chosen) ? chosen : negotiateLanguage(request.headers['accept-language']);
    // Two make 244 random bits, out of those that Node has in store: a fifth of the time of asking for new ones.
    request.cspNonce = randomUUID() + randomUUID();
    (request.raw as typeof request.raw & { cspNonce: string }).cspNonce = request.cspNonce;
    reply.header('x-request-id', request.id);
    // What an answer shows depends on who asks: no cache between may hand it to somebody else.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'private, no-cache');
  });
  const ownOrigin = new URL(config.publicUrl).origin;
  app.addHook('onRequest', async (request) => {
    if (isForged(request, ownOrigin)) throw new Problem(problems.forbidden);
  });
  // A kept-alive connection ends with the answer under way, so that closing waits for no client.
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  const nonce = (request: unknown) => `'nonce-${(request as { cspNonce: string }).cspNonce}'`;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(multipart, { limits: { files: 1, fields: 10, parts: 11, headerPairs: 100 } });
  await app.register(rateLimit, {
    global: true,
    hook: 'preHandler',
    max: config.rateLimit,
    timeWindow: 60_000,
    allowList: isOwnMachine,
    keyGenerator: (request) => request.actor?.userId ?? request.ip,
    errorResponseBuilder: (_, context) =>
      new Problem(problems.tooMany, { seconds: Math.ceil(context.ttl / 1000) }),
  });
  return app;
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * A caller on this very machine is its operator and not limited. One whom a proxy brings is not: with
 * TRUST_PROXY limits are each caller's, without it all of them share the proxy's.
 */
export const isOwnMachine = ({ ip, headers }: FastifyRequest): boolean =>
  loopback.has(ip) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;

/**
 * A page of another site that makes a browser send its cookies here. SameSite keeps most browsers from it;
 * this keeps the rest.
 */
function isForged({ method, headers }: FastifyRequest, ownOrigin: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || !headers.cookie) return false;
  const { origin, host } = headers;
  return origin !== undefined && origin !== ownOrigin && URL.parse(origin)?.host !== host;
}

import path from 'node:path';
import { pipeline, Readable, Transform } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problems } from '../errors.ts';
import { languages } from '../i18n/messages.ts';
import { fetchInside } from './inside.ts';

/** What the built pages are told; apps/web/app/platform/reader.ts reads it. */
interface PageContext {
  fetch: typeof fetch;
  language: string;
  theme: 'light' | 'dark' | 'system';
  nonce: string;
  origin: string;
  development: boolean;
  reader: { id: string; name: string; role: string; organisationId: string | null } | null;
}

interface BuiltPages {
  handle(request: Request, context: PageContext): Promise<Response>;
}

/** Bytes of the largest form a page takes: a photo or a list with the fields around it. */
const largestForm = 12 * 1024 * 1024;
const loopback = new Set(['127.0.0.1', '[::1]']);
const year = 365 * 24 * 3600;

/**
 * Serves the built pages: files of `build/client` as they are (hashed ones for good, packed ones where
 * the browser takes them), everything else rendered on the server with the API in the reader's name.
 */
export async function mountWeb(
  app: FastifyInstance,
  options: { buildDir: string; origin: string; development: boolean },
): Promise<void> {
  const root = path.join(options.buildDir, 'client');
  const pages = (await import(
    pathToFileURL(path.join(options.buildDir, 'server/index.js')).href
  )) as BuiltPages;
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (response, file) => {
      const hashed = file.startsWith(path.join(root, 'assets'));
      // Packed files are called after what is in them.
      const worker = path.dirname(file) === root && /-worker\.js(\.br|\.gz)?$/.test(file);
      void response.header(
        'cache-control',
        hashed ? `public, max-age=${year}, immutable` : worker ? 'no-cache' : 'public, max-age=3600',
      );
      // A worker outlives its page and has a policy of its own: it fetches from here, and nothing else.
      if (worker) void response.header('content-security-policy', "default-src 'none'; connect-src 'self'");
    },
  });
  const render = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    const url = ownUrl(request.url, options.origin);
    // Forms and sign-in belong to one origin; the other names of this machine lead there.
    if (request.method === 'GET' && url.hostname === 'localhost' && loopback.has(request.hostname))
      return reply.redirect(url.href);
    const asked = url.searchParams.get('lang');
    if (asked && languages.includes(asked)) {
      request.language = asked;
      reply.header('set-cookie', `lang=${asked}; Path=/; Max-Age=${year}; SameSite=Lax`);
    }
    const { cookie } = request.headers;
    const theme = /(?:^|;\s*)theme=(light|dark)/.exec(cookie ?? '')?.[1] as 'light' | 'dark' | undefined;
    const { userId, userName, role, organisationId } = request.actor;
    const given: string[] = [];
    const inside = inReadersName(request, fetchInside(app, request.ip), given);
    const response = await pages.handle(toWebRequest(request, url), {
      fetch: inside,
      language: request.language,
      theme: theme ?? 'system',
      nonce: request.cspNonce,
      origin: options.origin,
      development: options.development,
      reader: userId === null ? null : { id: userId, name: userName ?? '', role, organisationId },
    });
    reply.code(response.status);
    for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
    for (const value of [...response.headers.getSetCookie(), ...given]) reply.header('set-cookie', value);
    reply.header('content-language', request.language);
    reply.header('vary', 'accept-language, cookie, accept-encoding');
    if (!response.headers.has('cache-control')) reply.header('cache-control', 'private, no-cache');
    return reply.send(response.body && packed(request, reply, Readable.fromWeb(response.body as never)));
  };
  // A form of a page without script; its body goes to the page's action as it came.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (request, payload, done) => {
      if (Number(request.headers['content-length'] ?? 0) > largestForm)
        done(new Problem(problems.tooLarge, { limit: largestForm }));
      else done(null, payload.pipe(bounded()));
    });
    scope.route({
      method: ['GET', 'HEAD', 'POST'],
      url: '/*',
      schema: { hide: true } as never,
      handler: render,
    });
    scope.route({
      method: ['GET', 'HEAD', 'POST'],
      url: '/',
      schema: { hide: true } as never,
      handler: render,
    });
  });
}

/** Below our own origin whatever the request line says: `//elsewhere/` and `http://elsewhere/` are no hosts here. */
function ownUrl(asked: string, origin: string): URL {
  const url = new URL(origin);
  const [path = '/', ...query] = asked.replace(/^\w+:\/\/[^/?]*/, '').split('?');
  url.pathname = path;
  url.search = query.join('?');
  return url;
}

function toWebRequest(request: FastifyRequest, url: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && !name.startsWith(':')) headers.append(name, one);
  }
  const ended = new AbortController();
  request.raw.once('close', () => request.raw.destroyed && !request.raw.complete && ended.abort());
  return new Request(url, {
    method: request.method,
    headers,
    signal: ended.signal,
    ...(request.method === 'POST' && {
      body: Readable.toWeb(request.body as Readable) as ReadableStream,
      duplex: 'half',
    }),
  } as RequestInit);
}

/**
 * Calls of a page in the name of whoever asked for it. Cookies that the answers set are kept in `given`:
 * they belong to the browser.
 */
function inReadersName(request: FastifyRequest, inside: typeof fetch, given: string[]): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    for (const name of ['cookie', 'user-agent', 'origin', 'host'] as const) {
      const value = request.headers[name];
      if (value !== undefined && !headers.has(name)) headers.set(name, value);
    }
    headers.set('accept-language', request.language);
    const answer = await inside(input, { ...init, headers });
    given.push(...answer.headers.getSetCookie());
    return answer;
  };
}

/** Passes a form's bytes on until there are too many: a body without a length says so only by coming. */
function bounded(): Transform {
  let seen = 0;
  return new Transform({
    transform(part: Buffer, _, done) {
      seen += part.length;
      if (seen > largestForm) done(new Problem(problems.tooLarge, { limit: largestForm }));
      else done(null, part);
    },
  });
}

/** The page as the browser takes it; each part it is drawn in is sent on at once. */
function packed(request: FastifyRequest, reply: FastifyReply, page: Readable): Readable {
  const accepted = request.headers['accept-encoding'] ?? '';
  const packer = /\bbr\b/.test(accepted)
    ? createBrotliCompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 19 },
      })
    : /\bgzip\b/.test(accepted)
      ? createGzip({ flush: constants.Z_SYNC_FLUSH, level: 6 })
      : undefined;
  if (!packer) return page;
  reply.header('content-encoding', /\bbr\b/.test(accepted) ? 'br' : 'gzip').removeHeader('content-length');
  // An error on either side ends both; the reply's own error handling sees it.
  return pipeline(page, packer, () => {}) as unknown as Readable;
}

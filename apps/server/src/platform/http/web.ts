import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import { createClient, type Client } from '@jiechuan/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languages } from '../i18n/messages.ts';
import { fetchInside } from './inside.ts';

/** What the built pages are told; apps/web/app/context.ts reads it. */
interface PageContext {
  client: Client;
  language: string;
  languages: readonly string[];
  theme: 'light' | 'dark' | 'system';
  nonce: string;
  origin: string;
  development: boolean;
  reader: { name: string; role: string; organisationId: string | null } | null;
}

interface BuiltPages {
  handle(request: Request, context: PageContext): Promise<Response>;
}

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
      void response.header(
        'cache-control',
        hashed ? `public, max-age=${year}, immutable` : 'public, max-age=3600',
      );
    },
  });
  const render = async (request: FastifyRequest, reply: FastifyReply) => {
    const url = new URL(request.url, options.origin);
    const asked = url.searchParams.get('lang');
    if (asked && languages.includes(asked)) {
      request.language = asked;
      reply.header('set-cookie', `lang=${asked}; Path=/; Max-Age=${year}; SameSite=Lax`);
    }
    const { cookie } = request.headers;
    const theme = /(?:^|;\s*)theme=(light|dark)/.exec(cookie ?? '')?.[1] as 'light' | 'dark' | undefined;
    const { userId, userName, role, organisationId } = request.actor;
    const client = createClient({
      baseUrl: '',
      fetch: fetchInside(app, request.ip),
      headers: () => ({
        'accept-language': request.language,
        ...(cookie && { cookie }),
        'user-agent': request.headers['user-agent'] ?? '',
      }),
    });
    const response = await pages.handle(toWebRequest(request, url), {
      client,
      language: request.language,
      languages,
      theme: theme ?? 'system',
      nonce: request.cspNonce,
      origin: options.origin,
      development: options.development,
      reader: userId === null ? null : { name: userName ?? '', role, organisationId },
    });
    reply.code(response.status);
    for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
    for (const value of response.headers.getSetCookie()) reply.header('set-cookie', value);
    reply.header('content-language', request.language);
    reply.header('vary', 'accept-language, cookie');
    if (!response.headers.has('cache-control')) reply.header('cache-control', 'private, no-store');
    return reply.send(response.body ? Readable.fromWeb(response.body as never) : undefined);
  };
  // A form of a page without script; its body goes to the page's action as it came.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { bodyLimit: 1024 * 1024 }, (_request, payload, done) =>
      done(null, payload),
    );
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

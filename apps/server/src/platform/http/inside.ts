import type { FastifyInstance } from 'fastify';

/**
 * A `fetch` that stays inside the process: same routes, same policy, no socket. For pages rendered
 * on the server and for tests.
 * @param remoteAddress whose request it is; the caller's own address
 */
export function fetchInside(app: FastifyInstance, remoteAddress = '127.0.0.1'): typeof fetch {
  return async (input, init = {}) => {
    const address = input instanceof Request ? input.url : input;
    const request = new Request(new URL(address, 'http://inside'), init);
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined;
    const answer = await app.inject({
      method: request.method,
      url: request.url.slice('http://inside'.length),
      headers: Object.fromEntries(request.headers),
      remoteAddress,
      ...(body && { payload: body }),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) headers.append(name, String(one));
    }
    const empty = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers,
    });
  };
}

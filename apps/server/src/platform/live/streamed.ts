import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Live } from './live.ts';

/** Opens a viewer's line to a topic; it goes when the viewer does. @throws Problem platform.tooManyViewers */
export async function streamed(
  live: Live,
  kind: string,
  topic: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Readable> {
  const seen = request.headers['last-event-id'];
  const stream = await live.join(kind, topic, {
    seen: typeof seen === 'string' ? seen : null,
    // A browser's EventSource asks for events; a line that never ends is for nobody else.
    stays: request.headers.accept?.includes('text/event-stream') ?? false,
  });
  reply.raw.once('close', () => stream.destroy());
  reply.type('text/event-stream; charset=utf-8');
  reply.header('cache-control', 'no-store');
  // Once it ends, its line ends: kept for a next request, it would hold up a server that is stopping.
  reply.header('connection', 'close');
  // Proxies that gather answers would hold events back.
  reply.header('x-accel-buffering', 'no');
  return stream;
}

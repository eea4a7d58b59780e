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
  const stream = await live.join(kind, topic, typeof seen === 'string' ? seen : null);
  reply.raw.once('close', () => stream.destroy());
  // Who doesn't ask for events (a browser's EventSource does) gets what is now, and no line that never ends.
  if (!request.headers.accept?.includes('text/event-stream')) stream.end();
  reply.type('text/event-stream; charset=utf-8');
  reply.header('cache-control', 'no-store');
  // Once it ends, its line ends: kept for a next request, it would hold up a server that is stopping.
  reply.header('connection', 'close');
  // Proxies that gather answers would hold events back.
  reply.header('x-accel-buffering', 'no');
  return stream;
}

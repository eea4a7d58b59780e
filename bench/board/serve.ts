import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import pino from 'pino';
import { createApp } from '../../apps/server/src/app.ts';
import { readConfig } from '../../apps/server/src/platform/config.ts';

/** What `board.ts` asks this process to serve, and hears from it. */
export interface Serve {
  connectionString: string;
  folder: string;
  /** `ours`: the server as it runs; `bare`: Node's http that sends every viewer the same bytes in a loop. */
  what: 'ours' | 'bare';
}
/** Bytes that the process has of the machine, and of these what its objects and buffers take. */
export interface Weight {
  resident: number;
  used: number;
}
export type Served = { address: string } | Weight;

const { connectionString, folder, what } = JSON.parse(process.argv[2]!) as Serve;
const say = (told: Served) => void process.send!(told);
const collect = (globalThis as { gc?: () => void }).gc!;
process.on('message', () => {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  say({ resident: rss, used: heapUsed + external });
});

const app = await createApp({
  config: { ...readConfig({}), dataDir: folder, rateLimit: 1_000_000_000 },
  connectionString,
  log: pino({ level: 'fatal' }),
  workers: false,
});
if (what === 'ours') say({ address: await app.http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }) });
else say({ address: await serveBare() });

/** The least that can be done: the board is asked for once a change, and written to each response. */
async function serveBare(): Promise<string> {
  const viewers = new Set<ServerResponse>();
  const read = async () => (await app.http.inject('/api/v1/board/signing')).body;
  let frame = `id: 0-\ndata: ${await read()}\n\n`;
  const listener = new pg.Client({ connectionString });
  await listener.connect();
  listener.on('notification', async () => {
    const body = await read();
    const { head } = JSON.parse(body) as { head: { seq: number } };
    frame = `id: ${head.seq}-\ndata: ${body}\n\n`;
    for (const viewer of viewers) viewer.write(frame);
  });
  await listener.query('listen deal_ledger_changed');
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(frame);
    viewers.add(response);
    request.once('close', () => viewers.delete(response));
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

import Fastify from 'fastify';
import pg from 'pg';
import type { Ground } from './ground.ts';
import { load } from './load/load.ts';
import { times, type Result } from './report.ts';

const clients = 8;
const seconds = 6;

/** The product list beside a bare Fastify route that sends the same bytes after one select by primary key. */
export async function benchList(ground: Ground): Promise<Result> {
  const connectionString = await ground.demoDatabase();
  const app = await ground.openApp(connectionString);
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' });
  const address = '/api/v1/products?limit=20';
  const body = await (await fetch(url + address)).text();
  // A page beyond the first is asked of the database each time.
  const { nextCursor } = JSON.parse(body) as { nextCursor: string };
  const further = `${address}&cursor=${encodeURIComponent(nextCursor)}`;

  const pool = new pg.Pool({ connectionString, max: 20 });
  await pool.query('create table if not exists bare_answer (id integer primary key, body text not null)');
  await pool.query(
    'insert into bare_answer values (1, $1) on conflict (id) do update set body = excluded.body',
    [body],
  );
  const bare = Fastify();
  bare.get<{ Params: { id: string } }>('/bare/:id', async (request, reply) => {
    const { rows } = await pool.query<{ body: string }>('select body from bare_answer where id = $1', [
      request.params.id,
    ]);
    return reply.type('application/json; charset=utf-8').send(rows[0]!.body);
  });
  const bareUrl = await bare.listen({ port: 0, host: '127.0.0.1' });

  const list = { url, paths: [address], clients, seconds };
  const next = { ...list, paths: [further] };
  const plain = { url: bareUrl, paths: ['/bare/1'], clients, seconds };
  await load({ ...list, seconds: 2 });
  await load({ ...next, seconds: 2 });
  await load({ ...plain, seconds: 2 });
  // In turns, so that a machine that slows down slows both.
  const rounds = [];
  for (let round = 0; round < 3; round++)
    rounds.push({ list: await load(list), next: await load(next), bare: await load(plain) });
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[1]!;
  const listed = middle(rounds.map((round) => round.list.perSecond));
  const nexts = middle(rounds.map((round) => round.next.perSecond));
  const bared = middle(rounds.map((round) => round.bare.perSecond));
  const failed = rounds.reduce(
    (sum, round) => sum + round.list.failed + round.next.failed + round.bare.failed,
    0,
  );
  await bare.close();
  await pool.end();
  await app.close();
  return {
    title: 'List of 20 products',
    columns: ['Route', 'Answers a second', 'Compared'],
    rows: [
      ['bare Fastify route, one select by primary key, same bytes', bared.toFixed(0), '1'],
      ['GET /api/v1/products?limit=20, with total and facets', listed.toFixed(0), times(listed / bared)],
      ['the page after it', nexts.toFixed(0), times(nexts / bared)],
    ],
    notes: [
      `10,000 products, ${(body.length / 1024).toFixed(1)} kB an answer, ${clients} clients in a process of their own, median of 3 rounds of ${seconds} s in turns; ${failed} failed. Goal: at least 0.5.`,
      'A first page is kept until a product changes; a further one is read from its index at every request, its total and facets are kept.',
    ],
  };
}

import { createClient, createPlan, listMarkets } from '@jiechuan/contract';
import pg from 'pg';
import type { Ground } from './ground.ts';
import { milliseconds, seconds, times, type Result } from './report.ts';

const alone = 60;
const together = 100;

/** Export plans made over HTTP: one after another, and a hundred asked for at one moment. */
export async function benchPlans(ground: Ground): Promise<Result> {
  const connectionString = await ground.demoDatabase();
  const { maker, products } = await enterpriseOf(connectionString);
  const app = await ground.openApp(connectionString, {
    actor: {
      role: 'enterprise',
      userId: 'bench',
      userName: 'Bench',
      organisationId: maker,
      organisationRole: 'owner',
    },
  });
  const client = createClient({ baseUrl: await app.http.listen({ port: 0, host: '127.0.0.1' }) });
  const { items: markets } = await client.call(listMarkets, { query: {} });
  let failed = 0;
  const plan = async (at: number): Promise<number> => {
    const began = performance.now();
    await client
      .call(createPlan, {
        body: {
          productId: products[at % products.length]!,
          market: markets[at % markets.length]!.code,
          quantity: 500 + at,
        },
      })
      .catch(() => failed++);
    return performance.now() - began;
  };
  // The timetable of the network is laid out at the first plan and kept for those after it.
  const first = await plan(0);
  const one: number[] = [];
  for (let at = 0; at < alone; at++) one.push(await plan(at));
  const began = performance.now();
  const many = await Promise.all(Array.from({ length: together }, (_, at) => plan(at)));
  const total = performance.now() - began;
  await app.close();
  const of = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
  const row = (what: string, values: number[], whole: number) => [
    what,
    milliseconds(of(values, 0.5)),
    milliseconds(of(values, 0.95)),
    seconds(whole),
    times(whole / values.length / (sum(one) / one.length)),
  ];
  return {
    title: 'Export plans',
    columns: ['What', 'p50', 'p95', 'All of them', 'Time a plan, compared'],
    rows: [
      ['the first, which lays out the timetable', milliseconds(first), '', '', ''],
      row(`${alone}, one after another`, one, sum(one)),
      row(`${together} at one moment`, many, total),
    ],
    notes: [
      `POST /api/v1/plans over HTTP: readiness, rules, roads, landed cost, borrow or build, next steps; ${products.length} demo products of one enterprise to ${markets.length} markets in turn; ${failed} failed.`,
    ],
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

async function enterpriseOf(connectionString: string): Promise<{ maker: string; products: string[] }> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ maker: string; products: string[] }>(`
    select organisation_id as maker, array_agg(id order by id) as products from product
    where state = 'published' group by organisation_id order by count(*) desc, organisation_id limit 1`);
  await client.end();
  return rows[0]!;
}

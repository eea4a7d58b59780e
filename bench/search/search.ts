import { openDatabase } from '../../apps/server/src/platform/db/database.ts';
import type { Ground } from '../ground.ts';
import { load } from '../load/load.ts';
import type { Loaded } from '../load/send.ts';
import { milliseconds, seconds, type Result } from '../report.ts';
import { scaleUp } from '../scale.ts';
import { judgedQueries, typed } from './judged-queries.ts';
import { judgedProducts } from './quality.ts';
import { serve } from './serve.ts';

const clients = 8;
const duration = 12;
/** What the box and the list ask. */
const addresses = ['/products', '/search', '/suggestions'] as const;

/** Latency of the judged queries, each with page, total and facets, at growing sizes. */
export async function benchSearch(ground: Ground, { quick }: { quick: boolean }): Promise<Result> {
  const sizes = quick ? [1, 10] : [1, 10, 100];
  const rows: string[][] = [];
  for (const copies of sizes) {
    const began = performance.now();
    const url = await scaleUp(ground, `scale${copies}`, copies);
    const made = performance.now() - began;
    const { asked, kept, size } = await measure(url);
    for (const [at, address] of addresses.entries())
      rows.push(
        rowOf(size, address, 'every query asks the database', asked[at]!, at === 0 ? seconds(made) : ''),
        rowOf(size, address, 'equal queries answered from memory', kept[at]!, ''),
      );
  }
  return {
    title: 'Search',
    columns: ['Products', 'Asked', 'Cache', 'p50', 'p95', 'p99', 'Answers a second', 'Failed', 'Made in'],
    rows,
    notes: [
      `Over HTTP; /products?q=… is a page of 20 with highlights, total and facets, /search the best five products, members and resources, /suggestions eight names. ${judgedQueries.length} judged queries in turn, ${clients} clients in a process of their own, ${duration} s each, database on the same machine. Goal: p95 at most 25 ms at 100,000.`,
      'Larger sizes are copies of the demo alliance with ids, dates and codes of their own; totals and facets are exact up to 10,000 products found.',
    ],
  };
}

const rowOf = (size: number, address: string, cache: string, one: Loaded, made: string): string[] => [
  size.toLocaleString('en'),
  address,
  cache,
  milliseconds(one.p50),
  milliseconds(one.p95),
  milliseconds(one.p99),
  one.perSecond.toFixed(0),
  String(one.failed),
  made,
];

async function measure(connectionString: string): Promise<{ asked: Loaded[]; kept: Loaded[]; size: number }> {
  const database = openDatabase(connectionString, { max: 1 });
  const products = await judgedProducts(database.db);
  const questions = judgedQueries.map((query) => encodeURIComponent(typed(query, products).q));
  const { rows } = await database.pool.query<{ count: number }>(
    'select count(*) as count from product_search',
  );
  await database.close();
  const run = async (remember: boolean): Promise<Loaded[]> => {
    const { url, stop } = await serve({ connectionString, remember, clients });
    const loaded: Loaded[] = [];
    for (const address of addresses) {
      const paths = questions.map((q) => `/api/v1${address}?q=${q}`);
      await load({ url, paths, clients, seconds: duration / 2 });
      loaded.push(await load({ url, paths, clients, seconds: duration }));
    }
    await stop();
    return loaded;
  };
  const asked = await run(false);
  const kept = await run(true);
  return { asked, kept, size: rows[0]!.count };
}

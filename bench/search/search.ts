import { mostProducts } from '../../apps/server/src/modules/catalogue/search/kept-index.ts';
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
    const before = rows.length;
    const { size, modes } = await measure(url);
    for (const address of addresses)
      for (const { how, loaded } of modes) {
        const one = loaded.get(address);
        if (one) rows.push(rowOf(size, address, how, one, rows.length === before ? seconds(made) : ''));
      }
  }
  return {
    title: 'Search',
    columns: ['Products', 'Asked', 'Answered', 'p50', 'p95', 'p99', 'Answers a second', 'Failed', 'Made in'],
    rows,
    notes: [
      `Over HTTP; /products?q=… is a page of 20 with highlights, total and facets, /search the best five products, members and resources, /suggestions eight names. ${judgedQueries.length} judged queries in turn, ${clients} clients in a process of their own, ${duration} s each, database on the same machine. Goal: p95 at most 25 ms at 100,000.`,
      `Worked out in memory: as it runs, but no answer is kept, so that every question is as one that was never asked. By the database: as it is while the copy in memory isn’t in step, and always with more than ${mostProducts.toLocaleString('en')} products. /suggestions, and the members and resources of /search, are always of the database.`,
      'Larger sizes are copies of the demo alliance with ids, dates and codes of their own; totals and facets are exact, by the database up to 10,000 products found.',
    ],
  };
}

const rowOf = (size: number, address: string, how: string, one: Loaded, made: string): string[] => [
  size.toLocaleString('en'),
  address,
  how,
  milliseconds(one.p50),
  milliseconds(one.p95),
  milliseconds(one.p99),
  one.perSecond.toFixed(0),
  String(one.failed),
  made,
];

interface Mode {
  how: string;
  loaded: Map<string, Loaded>;
}

async function measure(connectionString: string): Promise<{ modes: Mode[]; size: number }> {
  const database = openDatabase(connectionString, { max: 1 });
  const products = await judgedProducts(database.db);
  const questions = judgedQueries.map((query) => encodeURIComponent(typed(query, products).q));
  const { rows } = await database.pool.query<{ count: number }>(
    'select count(*) as count from product_search',
  );
  await database.close();
  const size = rows[0]!.count;
  const fits = size <= mostProducts;
  const run = async (how: string, mode: { remember: boolean; index: boolean }): Promise<Mode> => {
    const { url, stop } = await serve({ connectionString, ...mode, clients });
    const loaded = new Map<string, Loaded>();
    for (const address of addresses) {
      // Suggestions are of the database, whatever is kept.
      if (address === '/suggestions' && mode.index && !mode.remember) continue;
      const paths = questions.map((q) => `/api/v1${address}?q=${q}`);
      await load({ url, paths, clients, seconds: duration / 2 });
      loaded.set(address, await load({ url, paths, clients, seconds: duration }));
    }
    await stop();
    return { how, loaded };
  };
  const modes = [
    ...(fits ? [await run('every query worked out in memory', { remember: false, index: true })] : []),
    await run('every query by the database', { remember: false, index: false }),
    await run('equal queries answered from memory', { remember: true, index: fits }),
  ];
  return { modes, size };
}

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { catalogueModule } from '../../apps/server/src/modules/catalogue/index.ts';
import { openDatabase } from '../../apps/server/src/platform/db/database.ts';
import type { Ground } from '../ground.ts';
import { csv, exported, importRows, twoEnterprises } from '../import.ts';
import { load } from '../load/load.ts';
import type { Load, Loaded } from '../load/send.ts';
import { seconds, times, type Result } from '../report.ts';
import { judgedQueries, typed } from '../search/judged-queries.ts';
import { keepIndex } from '../search/keep-index.ts';
import { judge, judgedProducts, summarise, type Quality } from '../search/quality.ts';
import { serve } from '../search/serve.ts';
import { goodsOf } from './goods.ts';
import { asks, openShop, type Asked, type Shop, type Took } from './medusa.ts';
import { untilQuiet } from '../until-quiet.ts';
import { version } from './project.ts';

const clients = 8;
const duration = 12;
const port = 4591;

/**
 * An import of the same 10,000 products, lists of 20 and the judged questions, here and in the shop system that does
 * best: its API, its own import of sheets, with what a sheet of its has room for, its translations, its index of products.
 */
export async function benchShop(ground: Ground): Promise<Result[]> {
  const demo = await ground.demoDatabase();
  const rows = await exported(ground, demo);
  const goods = goodsOf(rows);
  const called = (first: string, some = goods) => some.map((good) => ({ ...good, sku: first + good.sku }));
  const folder = path.join(ground.folder, 'shop');
  await mkdir(folder);
  const database = await ground.createDatabase('shop');
  const { answers, ...imports } = await withShop(folder, database, { inStep: false }, async (shop) => {
    // Both have imported before they are measured.
    await shop.importSheet(called('W-', goods.slice(0, 100)));
    await importHere(ground, rows);
    // In turns, so that a machine that slows down slows both.
    const ours = await twiceHere(ground, rows);
    await untilQuiet();
    const sheet = await shop.importSheet(goods);
    ours.push(...(await twiceHere(ground, rows)));
    // Asked while it has as many products as we have.
    const answers = await answersOf(demo, database, shop);
    await untilQuiet();
    const all = await shop.importAll(called('A-'));
    ours.push(...(await twiceHere(ground, rows)));
    return { ours, sheet, all, answers };
  });
  const another = await ground.createDatabase('shop_in_step');
  const inStep = await withShop(folder, another, { inStep: true }, async (shop) => {
    await shop.importAll(called('W-', goods.slice(0, 100)));
    return shop.importAll(goods.slice(0, goods.length / 5));
  });
  return [importsOf({ ...imports, inStep: 5 * inStep.index }), ...answers];
}

async function withShop<Outcome>(
  folder: string,
  database: string,
  options: { inStep: boolean },
  work: (shop: Shop) => Promise<Outcome>,
): Promise<Outcome> {
  const shop = await openShop(folder, database, port, options);
  try {
    return await work(shop);
  } finally {
    await shop.stop();
  }
}

async function twiceHere(ground: Ground, rows: readonly string[][]): Promise<number[]> {
  const first = await importHere(ground, rows);
  return [first, await importHere(ground, rows)];
}

/** Milliseconds of an import into a fresh copy of the demo alliance. */
async function importHere(ground: Ground, rows: readonly string[][]): Promise<number> {
  const url = await ground.createDatabase('import', 'demo');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const [maker] = await twoEnterprises(client);
  // What the shop, the database and this process clear up after an import is no part of the next one.
  await untilQuiet();
  const ms = await importRows(ground, client, url, maker, csv(rows, 'IMP'));
  await client.end();
  return ms;
}

/** Of an even number the middle between the two in the middle. */
function median(all: readonly number[]): number {
  const sorted = all.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

function importsOf({
  ours,
  sheet,
  all,
  inStep,
}: {
  ours: readonly number[];
  sheet: Took;
  all: Omit<Took, 'products'>;
  inStep: number;
}): Result {
  const here = median(ours);
  const row = (what: string, ms: number) => [what, seconds(ms), times(ms / here)];
  return {
    title: 'Import beside a shop system',
    columns: ['10,000 products', 'Time', 'Compared'],
    rows: [
      ['here: three languages, all fields, versioned, searchable', seconds(here), '1'],
      row(
        `Medusa ${version} by its API, 100 at a time, two requests at once: three languages, all prices`,
        all.translations,
      ),
      row('and then its search index', all.index),
      row('the same with its index in step, as ours is (a fifth of the list, times five)', inStep),
      row('its import of CSV: one language, one price', sheet.products),
      row('and then the two other languages', sheet.translations),
      row('and then its search index', sheet.index),
    ],
    notes: [
      `Here the median of ${ours.map(seconds).join(', ')}: two before, between and after, each beside 10,000 products that are there already. Both sides had imported before, and every import began while the processors had nothing else to do. Medusa’s CSV came to 100 products, what its API was sent to 10,100.`,
      'What Medusa has no field for went into its metadata; a third of the products have variants by market; each has two prices, and its CSV has room for one. Same PostgreSQL, same Node. Goal: 20 times.',
    ],
  };
}

async function answersOf(demo: string, theirs: string, shop: Shop): Promise<Result[]> {
  for (const url of [demo, theirs]) await vacuum(url);
  const database = openDatabase(demo, { max: 1 });
  const products = await judgedProducts(database.db);
  const questions = judgedQueries.map((query) => typed(query, products).q);
  const run = async (request: Omit<Load, 'clients' | 'seconds'>) => {
    await load({ ...request, clients, seconds: duration / 2 });
    return load({ ...request, clients, seconds: duration });
  };
  const there = (paths: Asked[]) => run({ url: shop.url, headers: shop.headers, paths });
  const here = async (mode: { remember: boolean; index: boolean }) => {
    const { url, stop } = await serve({ connectionString: demo, ...mode, clients });
    const first = '/api/v1/products?limit=20';
    const { nextCursor } = (await (await fetch(url + first)).json()) as { nextCursor: string };
    const answers = {
      list: await run({ url, paths: [first] }),
      further: await run({ url, paths: [`${first}&cursor=${encodeURIComponent(nextCursor)}`] }),
      search: await run({ url, paths: questions.map((q) => `/api/v1/products?q=${encodeURIComponent(q)}`) }),
    };
    await stop();
    return answers;
  };
  const bySku = new Map(products.map(({ sku }) => [sku.toLowerCase(), sku]));
  const found = async (ask: (q: string) => Asked) => {
    const judged = await judge(products, async (q) => {
      const { handles, total } = await shop.finds(ask(q));
      return { skus: handles.flatMap((handle) => bySku.get(handle) ?? []), total };
    });
    return summarise(judged);
  };
  const lists = await there(['/store/products?limit=20']);
  const searches = {
    plain: { ...(await there(questions.map(asks.plain))), ...(await found(asks.plain)) },
    index: { ...(await there(questions.map(asks.index))), ...(await found(asks.index)) },
    tolerant: { ...(await there(questions.map(asks.tolerant))), ...(await found(asks.tolerant)) },
  };
  const byDatabase = await here({ remember: false, index: false });
  const each = await here({ remember: false, index: true });
  const ours = await here({ remember: true, index: true });
  const { list } = catalogueModule();
  await keepIndex(list, database.db);
  const quality = summarise(
    await judge(products, async (q) => {
      const { items, total } = await list.find(database.db, { q, limit: 10 });
      return { skus: items.map(({ sku }) => sku), total };
    }),
  );
  await database.close();
  const perSecond = (number: number) => number.toFixed(number < 100 ? 1 : 0);
  const measured = `10,000 products each, ${clients} clients in a process of their own, ${duration} s each, the same PostgreSQL; ${[lists, ...Object.values(searches)].reduce((sum, { failed }) => sum + failed, 0)} of Medusa’s answers failed.`;
  const grades = ({ ndcg, zeroResults }: Quality) => [`${(zeroResults * 100).toFixed(1)} %`, ndcg.toFixed(3)];
  const theirRow = (what: string, one: Loaded & Quality) => [
    what,
    perSecond(one.perSecond),
    times(ours.search.perSecond / one.perSecond),
    times(each.search.perSecond / one.perSecond),
    times(byDatabase.search.perSecond / one.perSecond),
    ...grades(one),
  ];
  return [
    {
      title: 'Lists beside a shop system',
      columns: ['Asked', 'Answers a second', 'Compared'],
      rows: [
        [`Medusa ${version}: list of 20`, perSecond(lists.perSecond), '1'],
        ...[
          ['here: list of 20, the first page', ours.list] as const,
          ['here: the page after it', ours.further] as const,
        ].map(([what, one]) => [what, perSecond(one.perSecond), times(one.perSecond / lists.perSecond)]),
      ],
      notes: [`${measured} Here a page has total and facets. Goal: 30 times.`],
    },
    {
      title: 'Search beside a shop system',
      columns: [
        'Asked',
        'Answers a second',
        'Here as it runs',
        'Here, each worked out in memory',
        'Here, each by the database',
        'Found nothing',
        'nDCG@10',
      ],
      rows: [
        theirRow(`Medusa ${version}: its list with q=`, searches.plain),
        theirRow('Medusa: its index with typing errors and counts', searches.tolerant),
        theirRow('Medusa: its index, whole words alone', searches.index),
        ...[
          ['here: as it runs, equal questions answered from memory', ours] as const,
          ['here: every one worked out in memory', each] as const,
          ['here: every one by the database', byDatabase] as const,
        ].map(([what, one]) => [what, perSecond(one.search.perSecond), '', '', '', ...grades(quality)]),
      ],
      notes: [
        `The ${questions.length} judged questions in turn. ${measured} Its index has all three languages; counts of two facets there. Here every answer has typing errors put right, total, seven facets and highlights. Goal: 200 times.`,
      ],
    },
  ];
}

async function vacuum(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

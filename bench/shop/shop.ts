import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../apps/server/src/platform/db/database.ts';
import type { Ground } from '../ground.ts';
import { csv, exported, importRows, twoEnterprises } from '../import.ts';
import { load } from '../load/load.ts';
import type { Load } from '../load/send.ts';
import { seconds, times, type Result } from '../report.ts';
import { judgedQueries, typed } from '../search/judged-queries.ts';
import { judgedProducts } from '../search/quality.ts';
import { serve } from '../search/serve.ts';
import { openShop, searchFor, version, type Good, type Shop } from './medusa.ts';

const clients = 8;
const duration = 12;
const port = 4591;

/**
 * An import of the same 10,000 products, lists of 20 and the judged questions, here and in the shop system that does
 * best: its own import of sheets, with what a sheet of its has room for, its translations, its index of products.
 */
export async function benchShop(ground: Ground): Promise<Result[]> {
  const demo = await ground.demoDatabase();
  const rows = await exported(ground, demo);
  const folder = path.join(ground.folder, 'shop');
  await mkdir(folder);
  const database = await ground.createDatabase('shop');
  const shop = await openShop(folder, database, port);
  try {
    const goods = goodsOf(rows);
    const called = (first: string, some = goods) => some.map((good) => ({ ...good, sku: first + good.sku }));
    await shop.importSheet(called('W-', goods.slice(0, 100)));
    // In turns, so that a machine that slows down slows both.
    const ours = [await importHere(ground, rows)];
    const there = await shop.importSheet(goods);
    ours.push(await importHere(ground, rows));
    // Asked while it has as many products as we have.
    const answers = await answersOf(demo, database, shop);
    const all = await shop.importAll(called('A-'));
    ours.push(await importHere(ground, rows));
    return [importsOf(ours, { ...there, all }), answers];
  } finally {
    await shop.stop();
  }
}

/** Milliseconds of an import into a fresh copy of the demo alliance. */
async function importHere(ground: Ground, rows: readonly string[][]): Promise<number> {
  const url = await ground.createDatabase('import', 'demo');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const [maker] = await twoEnterprises(client);
  const ms = await importRows(ground, client, url, maker, csv(rows, 'IMP'));
  await client.end();
  return ms;
}

function importsOf(
  ours: readonly number[],
  there: { found: number; translated: number; all: number },
): Result {
  const here = ours.toSorted((a, b) => a - b)[1]!;
  const whole = there.found + there.translated;
  return {
    title: 'Import beside a shop system',
    columns: ['10,000 products', 'Time', 'Compared'],
    rows: [
      ['here: three languages, all fields, versioned, searchable', seconds(here), '1'],
      [
        `Medusa ${version}, its import of CSV: one language, one price; from its confirmation to the last product in its index`,
        seconds(there.found),
        times(there.found / here),
      ],
      ['and then the two other languages', seconds(whole), times(whole / here)],
      ['by its API, 100 at a time: three languages, all prices', seconds(there.all), times(there.all / here)],
    ],
    notes: [
      `Here the median of ${ours.map(seconds).join(', ')}: before, between and after, each beside 10,000 products that are there already. Medusa’s CSV came to 100 products, what its API was sent to 10,100.`,
      'What Medusa has no field for went into its metadata; a third of the products have variants by market. Same PostgreSQL, same Node. Goal: 20 times.',
    ],
  };
}

async function answersOf(demo: string, theirs: string, shop: Shop): Promise<Result> {
  for (const url of [demo, theirs]) await vacuum(url);
  const database = openDatabase(demo, { max: 1 });
  const products = await judgedProducts(database.db);
  await database.close();
  const questions = judgedQueries.map((query) => typed(query, products).q);
  const run = async (request: Omit<Load, 'clients' | 'seconds'>) => {
    await load({ ...request, clients, seconds: duration / 2 });
    return load({ ...request, clients, seconds: duration });
  };
  const asked = { url: shop.url, headers: shop.headers };
  const lists = await run({ ...asked, paths: ['/store/products?limit=20'] });
  const plain = await run({
    ...asked,
    paths: questions.map((q) => `/store/products?limit=20&q=${encodeURIComponent(q)}`),
  });
  const indexed = await run({
    ...asked,
    paths: questions.map((q) => ({ path: '/store/search', body: JSON.stringify(searchFor(q)) })),
  });
  const nothing = await shop.findsNothing(questions);
  const here = async (remember: boolean) => {
    const { url, stop } = await serve({ connectionString: demo, remember, clients });
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
  const each = await here(false);
  const ours = await here(true);
  const row = (what: string, perSecond: number, to: number) => [
    what,
    perSecond.toFixed(perSecond < 100 ? 1 : 0),
    times(perSecond / to),
  ];
  return {
    title: 'Lists and search beside a shop system',
    columns: ['Asked', 'Answers a second', 'Compared'],
    rows: [
      row(`Medusa ${version}: list of 20`, lists.perSecond, lists.perSecond),
      row('here: list of 20, the first page', ours.list.perSecond, lists.perSecond),
      row('here: the page after it', ours.further.perSecond, lists.perSecond),
      row('Medusa: list of 20 with q=', plain.perSecond, plain.perSecond),
      row('here: the same questions, every one asks the database', each.search.perSecond, plain.perSecond),
      row('here: as it runs, equal questions answered from memory', ours.search.perSecond, plain.perSecond),
      row(
        `Medusa’s index of products, which finds nothing for ${nothing} of ${questions.length}`,
        indexed.perSecond,
        plain.perSecond,
      ),
    ],
    notes: [
      `10,000 products each, the ${questions.length} judged questions in turn, ${clients} clients in a process of their own, ${duration} s each, the same PostgreSQL; ${[lists, plain, indexed].reduce((sum, { failed }) => sum + failed, 0)} of Medusa’s answers failed. Here a page has total, facets and highlights; Medusa’s index is of the first language alone. Goals: 30 times on lists, 200 on search.`,
    ],
  };
}

async function vacuum(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

/** Our sheet’s rows as another’s has room for. Headings are those of an export in Chinese. */
function goodsOf([headings, ...rows]: readonly string[][]): Good[] {
  const own = /^(货号|名称|类别|状态|HS|条码|地理|价格|市场|说明)/;
  return rows.map((row) => {
    const cell = (name: string) => row[headings!.indexOf(name)] ?? '';
    return {
      sku: cell('货号'),
      title: cell('名称 (zh-CN)'),
      description: cell('说明 (zh-CN)'),
      hs: cell('HS 编码'),
      category: cell('类别'),
      tag: cell('地理标志'),
      grams: Number(/unit (\d+)/.exec(cell('包装'))?.[1]) || null,
      prices: [...cell('价格').matchAll(/(\d+)\+ ([\d.]+)/g)].map(([, from, amount]) => ({
        from: Number(from),
        amount: Number(amount),
      })),
      markets: cell('市场版本')
        .split(';')
        .map((one) => one.split('|')[0]!.trim())
        .filter((market) => market !== ''),
      others: Object.fromEntries(
        headings!.map((name, at) => [name, row[at] ?? '']).filter(([name, text]) => text && !own.test(name!)),
      ) as Record<string, string>,
      translations: ['en', 'ru'].map((language) => ({
        locale: language === 'en' ? 'en-US' : 'ru-RU',
        title: cell(`名称 (${language})`),
        description: cell(`说明 (${language})`),
      })),
    };
  });
}

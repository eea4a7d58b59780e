import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import pg from 'pg';
import type { Good } from './goods.ts';
import { project } from './project.ts';

export interface Shop {
  url: string;
  /** Of its public pages. */
  headers: Record<string, string>;
  /**
   * By a sheet, which has room for one price: milliseconds from confirming the import to the last product, to the last
   * translation, and to the last of them in its index.
   */
  importSheet(goods: readonly Good[]): Promise<Took>;
  /** By its API, all prices and translations. */
  importAll(goods: readonly Good[]): Promise<Omit<Took, 'products'>>;
  /** The handles that a request of `asks` finds, in its order, and how many there are in all. */
  finds(asked: Asked): Promise<{ handles: string[]; total: number }>;
  stop(): Promise<void>;
}

/** Milliseconds from the beginning. */
export interface Took {
  products: number;
  translations: number;
  index: number;
}

/** A GET of this path, or a POST of this body to it. */
export type Asked = string | { path: string; body: string };

/** The ways to ask it for twenty products. */
export const asks = {
  plain: (q: string): Asked => `/store/products?limit=20&q=${encodeURIComponent(q)}`,
  index: (q: string): Asked => searchFor(q, {}),
  /** With typing errors and counts, as our answers have them. */
  tolerant: (q: string): Asked =>
    searchFor(q, { typo_tolerance: true, facets: ['categories.name', 'tags.value'] }),
} as const;

const searchFor = (q: string, options: object): Asked => ({
  path: '/store/search',
  body: JSON.stringify({
    entity: 'product',
    filters: { q },
    pagination: { take: 20, skip: 0 },
    search_options: options,
  }),
});

const longestMs = 900_000;
const account = { email: 'bench@example.com', password: 'bench-bench' };

/**
 * Fetches, sets up and starts Medusa in `folder` on an empty database.
 * @param options.inStep its index hears of every product and translation, instead of being filled after an import
 */
export async function openShop(
  folder: string,
  databaseUrl: string,
  port: number,
  { inStep } = { inStep: false },
): Promise<Shop> {
  for (const [name, text] of Object.entries(project)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    NODE_ENV: 'production',
    MEDUSA_DISABLE_TELEMETRY: '1',
    PORT: String(port),
    ...(inStep && { IN_STEP: '1' }),
  };
  const run = (command: string, args: string[]) =>
    spawn(command, args, { cwd: folder, env, stdio: 'ignore' });
  const ended = async (command: string, args: string[]) => {
    const code = await new Promise((resolve) => run(command, args).on('close', resolve));
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}`);
  };
  const medusa = (...words: string[]): [string, string[]] => [
    process.execPath,
    [path.join(folder, 'node_modules/@medusajs/cli/cli.js'), ...words],
  ];
  await ended('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts']);
  await ended(...medusa('db:migrate', '--execute-all-links', '--execute-all-search'));
  await ended(...medusa('user', '-e', account.email, '-p', account.password));
  const server = run(...medusa('start'));
  const gone = new Promise((resolve) => server.on('close', resolve));
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(answers);
  const database = new pg.Client({ connectionString: databaseUrl });
  database.on('error', () => {});
  await database.connect();
  const stop = async () => {
    await database.end();
    server.kill('SIGINT');
    await gone;
  };

  const { token } = await post<{ token: string }>(`${url}/auth/user/emailpass`, account);
  const admin = { authorization: `Bearer ${token}` };
  const call = <Answer>(address: string, body: object | FormData) =>
    post<Answer>(`${url}/admin/${address}`, body, admin);
  const { sales_channels: channels } = (await (
    await fetch(`${url}/admin/sales-channels`, { headers: admin })
  ).json()) as { sales_channels: { id: string }[] };
  const channel = channels[0]!.id;
  const { api_key: key } = await call<{ api_key: { id: string; token: string } }>('api-keys', {
    title: 'bench',
    type: 'publishable',
  });
  await call(`api-keys/${key.id}/sales-channels`, { add: [channel] });
  const headers = { 'x-publishable-api-key': key.token };

  const ids = { categories: new Map<string, string>(), tags: new Map<string, string>() };
  const named = async (goods: readonly Good[]) => {
    for (const name of new Set(goods.map(({ category }) => category)))
      if (!ids.categories.has(name)) {
        const made = await call<{ product_category: { id: string } }>('product-categories', {
          name,
          is_active: true,
        });
        ids.categories.set(name, made.product_category.id);
      }
    for (const value of new Set(goods.map(({ tag }) => tag)))
      if (value !== '' && !ids.tags.has(value)) {
        const made = await call<{ product_tag: { id: string } }>('product-tags', { value });
        ids.tags.set(value, made.product_tag.id);
      }
  };
  const sheet = (goods: readonly Good[]) =>
    stringify([
      Object.keys(rowOf(goods[0]!, 'all', channel, ids)),
      ...goods.flatMap((good) =>
        ['all', ...good.markets].map((market) => Object.values(rowOf(good, market, channel, ids))),
      ),
    ]);

  const countOf = async (query: string) =>
    Number((await database.query<{ count: string }>(`select count(*) from ${query}`)).rows[0]!.count);
  const products = () => countOf('product');
  /** Waits until products that came since then are in its index. */
  const index = async (since: Date) => {
    const wanted = await products();
    if (!inStep)
      await call('search-indexes/product/reindex', { strategy: 'in_place', since: since.toISOString() });
    await until(
      async () =>
        (await countOf("search_pg_product_v1 where document #> '{titles,ru}' is not null")) === wanted,
    );
  };
  const translate = (goods: readonly Good[], idOf: ReadonlyMap<string, string>) =>
    call('translations/batch', {
      create: goods.flatMap(({ sku, translations }) =>
        translations.map(({ locale, ...words }) => ({
          reference: 'product',
          reference_id: idOf.get(sku.toLowerCase()),
          locale_code: locale,
          translations: words,
        })),
      ),
    });

  return {
    url,
    headers,
    stop,
    async importSheet(goods) {
      await named(goods);
      const before = await products();
      const text = sheet(goods);
      const form = new FormData();
      form.append('files', new Blob([text], { type: 'text/csv' }), 'list.csv');
      const { files } = await call<{ files: { id: string }[] }>('uploads', form);
      const { transaction_id: id } = await call<{ transaction_id: string }>('products/imports', {
        file_key: files[0]!.id,
        originalname: 'list.csv',
        extension: 'csv',
        size: Buffer.byteLength(text),
        mime_type: 'text/csv',
      });
      const start = new Date();
      const since = stopwatch();
      await call(`products/imports/${id}/confirm`, {});
      await until(async () => (await products()) >= before + goods.length);
      const took = { products: since() };
      const { rows } = await database.query<{ id: string; handle: string }>('select id, handle from product');
      const idOf = new Map(rows.map((row) => [row.handle, row.id]));
      for (const part of parts(goods, 500)) await translate(part, idOf);
      const translations = since();
      await index(start);
      return { ...took, translations, index: since() };
    },
    async importAll(goods) {
      await named(goods);
      const start = new Date();
      const since = stopwatch();
      const left = parts(goods, 100).values();
      // Two requests at once, as there are two processors.
      const send = async () => {
        for (const part of left) {
          const { created } = await call<{ created: { id: string; handle: string }[] }>('products/batch', {
            create: part.map((good) => productOf(good, channel, ids)),
          });
          await translate(part, new Map(created.map((one) => [one.handle, one.id])));
        }
      };
      await Promise.all([send(), send()]);
      const translations = since();
      await index(start);
      return { translations, index: since() };
    },
    async finds(asked) {
      if (typeof asked === 'string') {
        const answer = await fetch(url + asked, { headers });
        const { products: found, count } = (await answer.json()) as {
          products: { handle: string }[];
          count: number;
        };
        return { handles: found.map(({ handle }) => handle), total: count };
      }
      const { results } = await post<{
        results: { hits: { document: { handle: string } }[]; metadata: { count: number } }[];
      }>(url + asked.path, asked.body, headers);
      const { hits, metadata } = results[0]!;
      return { handles: hits.map(({ document }) => document.handle), total: metadata.count };
    },
  };
}

const parts = <One>(list: readonly One[], size: number): One[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

interface Ids {
  categories: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
}

/** What its API takes. */
const productOf = (good: Good, channel: string, ids: Ids) => ({
  title: good.title,
  description: good.description,
  handle: good.sku.toLowerCase(),
  status: 'published',
  hs_code: good.hs,
  origin_country: 'cn',
  weight: good.grams,
  metadata: good.others,
  categories: [{ id: ids.categories.get(good.category) }],
  tags: good.tag === '' ? [] : [{ id: ids.tags.get(good.tag) }],
  sales_channels: [{ id: channel }],
  options: [{ title: 'market', values: ['all', ...good.markets] }],
  variants: ['all', ...good.markets].map((market) => ({
    title: market,
    sku: market === 'all' ? good.sku : `${good.sku}-${market}`,
    manage_inventory: false,
    options: { market },
    prices: good.prices.map(({ from, amount }, at) => ({
      currency_code: 'cny',
      amount,
      min_quantity: from,
      max_quantity: good.prices[at + 1] ? good.prices[at + 1]!.from - 1 : null,
    })),
  })),
});

/** A row of its sheet, a variant each. */
const rowOf = (good: Good, market: string, channel: string, ids: Ids) => ({
  'Product Handle': good.sku.toLowerCase(),
  'Product Title': good.title,
  'Product Description': good.description,
  'Product Status': 'published',
  'Product Hs Code': good.hs,
  'Product Origin Country': 'cn',
  'Product Weight': good.grams,
  'Product Metadata': JSON.stringify(good.others),
  'Product Category 1': ids.categories.get(good.category),
  'Product Tag 1': ids.tags.get(good.tag) ?? '',
  'Product Sales Channel 1': channel,
  'Variant Title': market,
  'Variant SKU': market === 'all' ? good.sku : `${good.sku}-${market}`,
  'Variant Manage Inventory': 'false',
  'Variant Price CNY': good.prices[0]!.amount,
  'Variant Option 1 Name': 'market',
  'Variant Option 1 Value': market,
});

async function post<Answer>(
  url: string,
  body: object | FormData | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = body instanceof FormData;
  const answer = await fetch(url, {
    method: 'POST',
    headers: form ? headers : { ...headers, 'content-type': 'application/json' },
    body: form || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Answer;
}

function stopwatch(): () => number {
  const began = performance.now();
  return () => performance.now() - began;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await done());) {
    if (performance.now() - began > longestMs) throw new Error('the shop system took too long');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

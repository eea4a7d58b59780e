import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import pg from 'pg';

export const version = '2.21.2';

/** As its documentation says: products, their translations and its own search index in the same PostgreSQL. */
const project: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'shop',
    private: true,
    dependencies: Object.fromEntries(
      ['medusa', 'framework', 'cli', 'translation'].map((name) => [`@medusajs/${name}`, version]),
    ),
  }),
  'tsconfig.json': '{}',
  'medusa-config.js': `
const { defineConfig } = require('@medusajs/framework/utils');
const origins = 'http://localhost';
module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: { storeCors: origins, adminCors: origins, authCors: origins, jwtSecret: 'bench', cookieSecret: 'bench' },
  },
  featureFlags: { translation: true },
  modules: [{ resolve: '@medusajs/medusa/translation' }],
});`,
  'src/search/product.js': `
const { defineSearchIndex, graphConsume, graphSeed, search } = require('@medusajs/framework/utils');
const word = () => search.keyword().searchable();
const source = { fields: ['id', 'title', 'description', 'handle', 'thumbnail', 'categories.name', 'tags.value', 'variants.sku'] };
exports.productIndex = defineSearchIndex({
  name: 'product',
  entity: 'product',
  fields: search.define({
    id: search.keyword().filterable(),
    title: search.text().searchable({ weight: 3 }),
    description: search.text().searchable(),
    handle: search.keyword().filterable(),
    thumbnail: search.keyword(),
    categories: search.object({ name: word().facetable() }).array(),
    tags: search.object({ value: word().facetable() }).array(),
    variants: search.object({ sku: word() }).array(),
  }),
  events: ['product.created', 'product.updated', 'product.deleted'],
  consume: graphConsume(source),
  seed: graphSeed(source),
});`,
  'src/api/middlewares.js': `
const { configureStoreSearch, defineMiddlewares } = require('@medusajs/framework/http');
exports.default = defineMiddlewares({
  routes: [{ matcher: '/store/search', middlewares: [configureStoreSearch({ allowed_indexes: { product: true } })] }],
});`,
};

/** One of our products as a sheet has it, with what its columns have room for. */
export interface Good {
  sku: string;
  title: string;
  description: string;
  hs: string;
  category: string;
  /** Its geographical indication. */
  tag: string;
  grams: number | null;
  /** In yuan, by the quantity from which they hold, the smallest first. */
  prices: { from: number; amount: number }[];
  /** Further variants, by market. */
  markets: string[];
  /** What has no column of its own. */
  others: Record<string, string>;
  translations: { locale: string; title: string; description: string }[];
}

export interface Shop {
  url: string;
  /** Of its public pages. */
  headers: Record<string, string>;
  /**
   * By a sheet, which has room for one price: milliseconds from confirming the import to the last product that is found,
   * and those that translations take.
   */
  importSheet(goods: readonly Good[]): Promise<{ found: number; translated: number }>;
  /** By its API, all prices and translations: milliseconds to the last product that is found. */
  importAll(goods: readonly Good[]): Promise<number>;
  /** How many of these find nothing, asked of its index. */
  findsNothing(questions: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

const longestMs = 900_000;
const account = { email: 'bench@example.com', password: 'bench-bench' };

/** Fetches, sets up and starts Medusa in `folder` on an empty database. */
export async function openShop(folder: string, databaseUrl: string, port: number): Promise<Shop> {
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

  const count = async () =>
    (
      await database.query<{ found: number }>(
        'select least((select count(*) from product), (select count(*) from search_pg_product_v1))::int as found',
      )
    ).rows[0]!.found;
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
      const before = await count();
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
      const began = performance.now();
      await call(`products/imports/${id}/confirm`, {});
      await until(async () => (await count()) >= before + goods.length);
      const found = performance.now() - began;
      const { rows } = await database.query<{ id: string; handle: string }>('select id, handle from product');
      const idOf = new Map(rows.map((row) => [row.handle, row.id]));
      const translating = performance.now();
      for (const part of parts(goods, 500)) await translate(part, idOf);
      return { found, translated: performance.now() - translating };
    },
    async importAll(goods) {
      await named(goods);
      const before = await count();
      const began = performance.now();
      for (const part of parts(goods, 100)) {
        const { created } = await call<{ created: { id: string; handle: string }[] }>('products/batch', {
          create: part.map((good) => productOf(good, channel, ids)),
        });
        await translate(part, new Map(created.map((one) => [one.handle, one.id])));
      }
      await until(async () => (await count()) >= before + goods.length);
      return performance.now() - began;
    },
    async findsNothing(questions) {
      let nothing = 0;
      for (const q of questions) {
        const { results } = await post<{ results: { hits: object[] }[] }>(
          `${url}/store/search`,
          searchFor(q),
          headers,
        );
        if (results[0]!.hits.length === 0) nothing += 1;
      }
      return nothing;
    },
  };
}

/** What its search route is asked. */
export const searchFor = (q: string) => ({
  entity: 'product',
  filters: { q },
  pagination: { take: 20, skip: 0 },
});

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
  body: object | FormData,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = body instanceof FormData;
  const answer = await fetch(url, {
    method: 'POST',
    headers: form ? headers : { ...headers, 'content-type': 'application/json' },
    body: form ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Answer;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await done());) {
    if (performance.now() - began > longestMs) throw new Error('the shop system took too long');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

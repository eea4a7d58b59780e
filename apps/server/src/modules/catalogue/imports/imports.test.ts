import * as contract from '@jiechuan/contract';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { v7 } from 'uuid';
import { readSheet } from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { startTestApp, type TestApp } from '../../../platform/testing/app.ts';
import { admitEnterprise } from '../testing/enterprise.ts';
import { csvOf, dryRun, ended, faults, run, upload } from './testing/uploads.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

const as = (organisationId: string, language = 'en') =>
  app.as({
    role: 'enterprise',
    userId: 'u',
    userName: 'Maker',
    organisationId,
    organisationRole: 'owner',
    language,
  });
const enterprise = async (language?: string) => as(await admitEnterprise(app), language);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it was not refused'),
    (error: contract.ProblemError) => error.problem,
  );
const mine = async (client: contract.Client) =>
  (await client.call(contract.listMyProducts, { query: { limit: 100 } })).items;

const headings = [
  '货号',
  '中文名称',
  '英文名称',
  '类别',
  'HS编码',
  '产地',
  '配料（中文）',
  '动物源成分',
  '保质期（天）',
  '备注',
];
const good = (sku: string) => [
  sku,
  '郫县豆瓣',
  'Pixian doubanjiang',
  '酱料调味料',
  '2103.90',
  '郫都区',
  '辣椒、蚕豆、盐',
  '无',
  '540',
  'x',
];

describe('a list comes in', () => {
  test('Chinese headings are understood, rows come in, and a second run changes nothing', async () => {
    const client = await enterprise();
    const list = csvOf([headings, good('A-1'), good('A-2')]);
    const one = await upload(client, list);
    expect(one.columns.map(({ field }) => field)).toEqual([
      'sku',
      'names.zh-CN',
      'names.en',
      'category',
      'hs6',
      'origin',
      'ingredients.zh-CN',
      'animalIngredients',
      'shelfLifeDays',
      null,
    ]);
    expect(one).toMatchObject({
      state: 'uploaded',
      encoding: 'utf-8',
      missing: [],
      progress: { rowsTotal: 2 },
    });
    expect(one.preview[0]?.[1]).toBe('郫县豆瓣');
    expect((await run(client, one.id)).progress).toEqual({
      rowsTotal: 2,
      rowsRead: 2,
      good: 2,
      bad: 0,
      created: 2,
      updated: 0,
      unchanged: 0,
      incomplete: 0,
    });
    expect((await run(client, one.id)).progress).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const [product] = await mine(client);
    const page = await client.call(contract.getProduct, { params: { id: product!.id } });
    expect(page).toMatchObject({
      category: 'sauces',
      hs6: '210390',
      origin: { code: '510117', text: '郫都区' },
      version: 1,
      state: 'draft',
    });
  });

  test('a dry run tells what would come and changes nothing', async () => {
    const client = await enterprise();
    const { id } = await upload(client, csvOf([headings, good('A-1'), good('')]));
    const checked = await dryRun(client, id);
    expect(checked).toMatchObject({ state: 'checked', progress: { good: 1, bad: 1, created: 1 } });
    expect(await mine(client)).toEqual([]);
  });

  test('complete products are published when asked for, and found', async () => {
    const organisation = await admitEnterprise(app);
    const client = as(organisation);
    const { id } = await upload(client, csvOf([headings, good('A-1'), good('A-2').with(8, '')]));
    const done = await run(client, id, true);
    expect(done.progress).toMatchObject({ good: 2, incomplete: 1 });
    expect(done.lacking.map(({ field, rows }) => [field, rows])).toEqual([['shelfLifeDays', 1]]);
    const states = new Map((await mine(client)).map(({ sku, state }) => [sku, state]));
    expect(states).toEqual(
      new Map([
        ['A-1', 'published'],
        ['A-2', 'draft'],
      ]),
    );
    const found = await app
      .as({ role: 'visitor' })
      .call(contract.listProducts, { query: { organisation, q: 'doubanjiang' } });
    expect(found.items.map(({ sku }) => sku)).toEqual(['A-1']);
  });

  test('a column that isn’t there leaves the product as it is; an empty cell takes the value away', async () => {
    const client = await enterprise();
    await run(client, (await upload(client, csvOf([headings, good('A-1')]))).id);
    await run(
      client,
      (
        await upload(
          client,
          csvOf([
            ['sku', 'category', 'Name (en)', 'shelf life (days)'],
            ['A-1', 'sauces', 'Broad bean paste', ''],
          ]),
        )
      ).id,
    );
    const [product] = await mine(client);
    const page = await client.call(contract.getProduct, { params: { id: product!.id } });
    expect(page).toMatchObject({
      names: { 'zh-CN': '郫县豆瓣', en: 'Broad bean paste' },
      hs6: '210390',
      shelfLifeDays: null,
      version: 2,
    });
  });

  test.each([
    ['gb18030', 'GBK'],
    ['windows-1251', 'Windows-1251'],
    ['utf-16le', 'UTF-16'],
  ])('a file in %s is read as such', async (encoding) => {
    const client = await enterprise();
    const russian = encoding === 'windows-1251';
    const text = russian
      ? 'Артикул;Название;Категория\r\nР-1;Соус острый;sauces'
      : '货号;名称;类别\r\nР-1;郫县豆瓣酱;sauces';
    const one = await upload(client, encode(text, encoding));
    expect(one).toMatchObject({ encoding, delimiter: ';', missing: [] });
    await run(client, one.id);
    expect(Object.values((await mine(client))[0]!.names)).toEqual([russian ? 'Соус острый' : '郫县豆瓣酱']);
  });

  test('a workbook is read with its barcodes whole', async () => {
    const client = await enterprise();
    const rows = [
      ['SKU', 'Name', 'Category', 'Barcode'].map((value) => ({ value, type: String })),
      [
        { value: 'X-1', type: String },
        { value: '豆瓣 𠮷', type: String },
        { value: 'sauces', type: String },
        { value: 6901234567892, type: Number },
      ],
    ];
    const one = await upload(client, new Uint8Array(await writeWorkbook(rows).toBuffer()), 'list.xlsx');
    expect(one).toMatchObject({ format: 'xlsx', missing: [] });
    await run(client, one.id);
    const [product] = await mine(client);
    expect((await client.call(contract.getProduct, { params: { id: product!.id } })).gtin).toBe(
      '6901234567892',
    );
  });
});

test('what is refused inside the transaction leaves nothing in the store either', async () => {
  const client = await enterprise();
  const { pool } = app.database;
  const nobody = app.as({ role: 'enterprise', userId: 'nobody', organisationId: null });
  await expect(upload(nobody, 'sku\nA-1')).rejects.toMatchObject({ problem: { status: 403 } });
  const one = await upload(client, 'sku,name\nA-1,豆瓣');
  const { rows } = await pool.query<{ named: number; waiting: number }>(
    `select (select count(*) from stored_file f join product_import i on i.file_id = f.id where i.id = $1) as named,
      (select count(*) from file_arrival) as waiting`,
    [one.id],
  );
  expect(rows[0]).toEqual({ named: 1, waiting: 0 });
});

test('a workbook is turned into rows without a connection to the database, and nothing is left of one that is refused', async () => {
  const client = await enterprise();
  const { pool } = app.database;
  const all = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  try {
    const broken = Uint8Array.from([0x50, 0x4b, 3, 4, ...new Uint8Array(100)]);
    expect((await refusal(upload(client, broken))).code).toBe('catalogue.workbookUnreadable');
    expect(await readdir(app.http.uploadFolder)).toEqual([]);
  } finally {
    for (const one of all) one.release();
  }
});

test('a workbook beyond 16 MB is refused unread, a text that begins like one is a text', async () => {
  const client = await enterprise();
  const large = new Uint8Array(16 * 1024 * 1024 + 1);
  large.set([0x50, 0x4b, 3, 4]);
  expect((await refusal(upload(client, large))).code).toBe('catalogue.workbookTooLarge');
  const one = await upload(client, 'PK,sku,name,category\n1,P-1,豆瓣,sauces');
  expect(one).toMatchObject({ format: 'csv', columns: [{ heading: 'PK' }, {}, {}, {}] });
});

describe('bad cells', () => {
  test('a temperature that its class does not know and two prices for one quantity are laid at their columns', async () => {
    const client = await enterprise();
    const { id } = await upload(
      client,
      csvOf([
        ['sku', 'name', 'category', '储存条件', '最低温度', '最高温度', 'prices'],
        ['T-1', 'lemon', 'fresh-fruit', '冷藏', '11', '15', ''],
        ['T-2', 'paste', 'sauces', '', '', '', '100+ 9 CNY FOB Chongqing; 100+ 8 CNY FOB chongqing'],
        [
          'T-3',
          'lemon',
          'fresh-fruit',
          '阴凉',
          '11',
          '15',
          '100+ 9 CNY FOB Chongqing; 100+ 8 CNY FOB Luzhou',
        ],
      ]),
    );
    expect((await run(client, id)).progress).toMatchObject({ good: 1, bad: 2, created: 1 });
    const found = (await faults(client, id)).map(({ row, column, code }) => [row, column, code]);
    expect(found).toEqual([
      [2, '最低温度', 'catalogue.temperatureOutsideClass'],
      [2, '最高温度', 'catalogue.temperatureOutsideClass'],
      [3, 'prices', 'catalogue.priceTwice'],
    ]);
    expect((await faults(client, id))[0]!.message).toContain('-5');
  });

  test('each is named with row, column, value and reason in the reader’s language', async () => {
    const organisation = await admitEnterprise(app);
    const client = as(organisation, 'zh-CN');
    const list = csvOf([
      ['sku', 'name', 'category', 'gtin', '最低温度', 'prices', 'state', 'shelf life days', '最高温度'],
      ['B-1', 'a', 'sauces', '6901234567890', '', '', '', '', ''],
      ['B-2', 'b', 'sauces', '', 'cold', '', '', '', ''],
      ['B-3', 'c', 'sauces', '', '', '12 yuan', '', '', ''],
      ['B-4', 'd', 'sauces', '', '', '1+ 12.5 CNY XXX here', '', '-3', ''],
      ['B-5', 'e', 'sauces', '', '', '', 'published', '', ''],
      ['B-6', '', 'sauces', '', '20', '', '', '', '10'],
      ['B-7', 'g', 'sauces', '', '', '', '', '', ''],
      ['B-7', 'h', 'sauces', '', '', '', '', '', ''],
      ['B-8', 'i', '月球特产', '', '', '', '', '', ''],
    ]);
    const { id } = await upload(client, list);
    expect((await run(client, id)).progress).toMatchObject({ good: 1, bad: 8, created: 1 });
    const found = (await faults(client, id)).map(({ row, column, value, code }) => [
      row,
      column,
      value,
      code,
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        [2, 'gtin', '6901234567890', 'catalogue.gtinCheckDigit'],
        [3, '最低温度', 'cold', 'catalogue.cellNotDecimal'],
        [4, 'prices', '12 yuan', 'catalogue.cellPriceTerms'],
        [5, 'prices', '1+ 12.5 CNY XXX here', 'invalid.invalid_value'],
        [5, 'shelf life days', '-3', 'invalid.too_small'],
        [6, null, '', 'catalogue.missing'],
        [7, 'name', '', 'platform.languageCount'],
        [7, '最高温度', '10', 'catalogue.temperatureOrder'],
        [9, 'sku', 'B-7', 'catalogue.skuTwice'],
        [10, 'category', '月球特产', 'catalogue.cellCategory'],
      ]),
    );
    expect((await faults(client, id))[0]!.message).toContain('2');
    expect((await faults(client, id)).find(({ row }) => row === 9)?.message).toBe('该 SKU 已在第 8 行出现。');
    expect((await faults(as(organisation, 'ru'), id)).find(({ row }) => row === 9)?.message).toContain(
      'строке 8',
    );
  });

  test('they come back as a table that, put right, comes in', async () => {
    const organisation = await admitEnterprise(app);
    const client = as(organisation);
    const { id } = await upload(
      client,
      csvOf([
        ['sku', 'name', 'category', 'hs'],
        ['C-1', '=1+1', 'sauces', 'abc'],
        ['C-2', 'fine', 'sauces', ''],
      ]),
    );
    await run(client, id);
    const answer = await app.http.inject({
      url: `/api/v1/imports/${id}/errors.csv`,
      headers: app.headersAs({ role: 'enterprise', organisationId: organisation, organisationRole: 'owner' }),
    });
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.payload).toContain('C-1');
    expect(answer.payload).not.toContain('C-2');
    const again = await upload(client, answer.payload.replace('abc', '210390'));
    expect(again.columns.at(-1)?.field).toBeNull();
    expect((await run(client, again.id)).progress).toMatchObject({ created: 1, bad: 0 });
    expect((await mine(client)).find(({ sku }) => sku === 'C-1')?.names).toEqual({ en: '=1+1' });
  });
});

describe('files that can’t be a list are refused with a clear reason', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'files.empty'],
    ['headings alone', 'sku,name,category\n', 'catalogue.importNoRows'],
    ['lines of nothing', '\n\n\n', 'catalogue.importNoRows'],
    [
      'bytes that are no text',
      Uint8Array.from([0x41, 0xff, 0x00, 0x81, 0x00, 0xd8, 0x12]),
      'catalogue.importUnreadable',
    ],
    [
      'a picture',
      Uint8Array.from([
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0,
        0, 0, 1, 8, 2, 0, 0, 0,
      ]),
      'files.wrongType',
    ],
    [
      'a thousand columns',
      csvOf([Array.from({ length: 1000 }, (_, n) => `c${n}`), ['1']]),
      'catalogue.importTooManyColumns',
    ],
    [
      'a quotation mark left open',
      `sku,name,category\nA,"${'x\n'.repeat(1_500_000)}`,
      'catalogue.importRowTooLong',
    ],
    [
      'a broken workbook',
      Uint8Array.from([0x50, 0x4b, 3, 4, ...new Uint8Array(100)]),
      'catalogue.workbookUnreadable',
    ],
  ])('%s', async (_, content, code) => {
    const client = await enterprise();
    expect((await refusal(upload(client, content))).code).toBe(code);
  });

  test('a cell of a megabyte is a bad cell, and the rest comes in', async () => {
    const client = await enterprise();
    const { id } = await upload(
      client,
      csvOf([
        ['sku', 'name', 'category'],
        ['D-1', 'x'.repeat(1_000_000), 'sauces'],
        ['D-2', 'y', 'sauces'],
      ]),
    );
    expect((await run(client, id)).progress).toMatchObject({ created: 1, bad: 1 });
    expect(await faults(client, id)).toMatchObject([
      { row: 2, column: 'name', code: 'catalogue.cellTooLong' },
    ]);
  });

  test('an import without a column for what every product has is not started', async () => {
    const client = await enterprise();
    const { id, missing } = await upload(
      client,
      csvOf([
        ['foo', 'name'],
        ['1', '2'],
      ]),
    );
    expect(missing).toEqual(['sku', 'category']);
    expect((await refusal(client.call(contract.runImport, { params: { id }, body: {} }))).code).toBe(
      'catalogue.importColumnsMissing',
    );
    await client.call(contract.mapImport, {
      params: { id },
      body: {
        columns: [
          { index: 0, field: 'sku' },
          { index: 1, field: 'names.en' },
        ],
      },
    });
    expect(
      (
        await refusal(
          client.call(contract.mapImport, {
            params: { id },
            body: {
              columns: [
                { index: 0, field: 'sku' },
                { index: 1, field: 'sku' },
              ],
            },
          }),
        )
      ).errors,
    ).toMatchObject([{ path: 'body.columns.1.field', code: 'catalogue.fieldTwice' }]);
  });
});

test('nobody else sees an enterprise’s import', async () => {
  const client = await enterprise();
  const { id } = await upload(client, csvOf([headings, good('A-1')]));
  const other = as(v7());
  for (const endpoint of [contract.getImport, contract.listImportErrors, contract.checkImport] as const)
    expect((await refusal(other.call(endpoint, { params: { id } }))).status).toBe(404);
  expect((await other.call(contract.listImports, { query: {} })).items).toEqual([]);
  expect((await client.call(contract.listImports, { query: {} })).items).toMatchObject([{ id }]);
});

test('an import can’t be started twice at once', async () => {
  const client = await enterprise();
  const { id } = await upload(
    client,
    csvOf([headings, ...Array.from({ length: 3000 }, (_, n) => good(`A-${n}`))]),
  );
  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => client.call(contract.runImport, { params: { id }, body: {} })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await ended(client, id)).progress).toMatchObject({ created: 3000, rowsRead: 3000 });
});

/** Node writes neither GB 18030 nor Windows-1251: their tables are read backwards. */
function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number[]>();
  for (let first = 0; first < 256; first++) {
    const one = decoder.decode(Uint8Array.from([first]));
    if (one !== '\uFFFD') bytes.set(one, [first]);
    if (encoding !== 'gb18030' || first < 0x81) continue;
    for (let second = 0x40; second < 0xff; second++) {
      const two = decoder.decode(Uint8Array.from([first, second]));
      if ([...two].length === 1 && two !== '\uFFFD' && !bytes.has(two)) bytes.set(two, [first, second]);
    }
  }
  return Uint8Array.from([...text].flatMap((sign) => bytes.get(sign)!));
}

describe('the list of imports', () => {
  const minimal = (sku: string) =>
    csvOf([
      ['sku', 'name', 'category'],
      [sku, 'Sauce', 'sauces'],
    ]);

  test('is in order of time or of the files’ names, page by page, and narrowed by state', async () => {
    const client = await enterprise();
    const names = ['b.csv', 'A.csv', 'c.csv', 'a.csv'];
    const ids: string[] = [];
    for (const name of names) ids.push((await upload(client, minimal(name), name)).id);
    await run(client, ids[0]!);
    const walk = async (sort: 'newest' | 'file', limit: number) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.call(contract.listImports, {
          query: { sort, limit, ...(cursor && { cursor }) },
        });
        expect(page.total).toBe(4);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      return seen.map((id) => names[ids.indexOf(id)]);
    };
    for (const limit of [1, 3, 100]) {
      expect(await walk('newest', limit)).toEqual(['a.csv', 'c.csv', 'A.csv', 'b.csv']);
      // Of the same name the newest comes first.
      expect(await walk('file', limit)).toEqual(['a.csv', 'A.csv', 'b.csv', 'c.csv']);
    }
    const done = await client.call(contract.listImports, { query: { state: 'done' } });
    expect(done).toMatchObject({ items: [{ id: ids[0] }], total: 1 });
  });

  test('goes out as a sheet with what came of each, to the enterprise’s own people alone', async () => {
    const organisationId = await admitEnterprise(app);
    const client = as(organisationId);
    const { id } = await upload(client, `${minimal('E-1')}\r\n"E-2","","sauces"`, '=cmd.csv');
    await run(client, id);
    await upload(client, minimal('E-3'), 'later.csv');
    const take = (url: string, who: Parameters<TestApp['headersAs']>[0]) =>
      app.http.inject({
        url: `/api/v1/imports${url}`,
        headers: { ...app.headersAs(who), 'accept-language': 'ru' },
      });
    const owner = {
      role: 'enterprise' as const,
      userId: 'u',
      organisationId,
      organisationRole: 'owner' as const,
    };
    const sheet = await take('/export.csv', owner);
    expect(sheet.headers['content-disposition']).toBe('attachment; filename="imports.csv"');
    const lines = sheet.payload.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('"Файл","Формат","Состояние"');
    expect(lines[1]).toContain('"later.csv","CSV","загружен"');
    expect(lines[2]).toContain(`"'=cmd.csv","CSV","готово"`);
    expect(lines[2]).toMatch(/"2","2","1","1","1","0","0","1"$/);
    const book = await readSheet((await take('/export.xlsx?state=done', owner)).rawPayload);
    expect(book.map((row) => row[0])).toEqual(['Файл', "'=cmd.csv"]);
    const other = { ...owner, organisationId: await admitEnterprise(app) };
    expect((await take('/export.csv', other)).payload.trim().split('\r\n')).toHaveLength(1);
    for (const role of ['visitor', 'merchant', 'secretariat'] as const)
      expect((await take('/export.csv', { role })).statusCode).toBe(role === 'visitor' ? 401 : 403);
  });
});

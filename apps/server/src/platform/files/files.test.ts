import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import S3rver from 's3rver';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { systemActor } from '../actor.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { platformMigrations } from '../db/migrations/index.ts';
import { createTestDatabase } from '../testing/database.ts';
import { takeFile } from '../testing/take-file.ts';
import { createFiles, imageTypes, type Files, type StoredFile } from './files.ts';
import { localStore, s3Store, type FileStore } from './store.ts';

let database: Database;
let folder: string;
let bucket: S3rver;
let drop: () => Promise<void>;
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  const made = await createTestDatabase(inject('postgres'));
  drop = made.drop;
  database = openDatabase(made.url);
  await migrate(database.db, [{ module: 'platform', migrations: platformMigrations }]);
  folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-files-'));
  stores['a local folder'] = localStore(path.join(folder, 'local'));
  bucket = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: path.join(folder, 's3'),
    configureBuckets: [{ name: 'jars', configs: [] }],
  });
  const { port } = await bucket.run();
  // The key pair of the S3 server in this test; it guards nothing else.
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER');
  stores['a bucket'] = s3Store(`s3://jars?endpoint=http://127.0.0.1:${port}&pathStyle=1`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await bucket.close();
  await database.close();
  await drop();
  await rm(folder, { recursive: true, force: true });
});

const actor = systemActor('test');
type Input = Parameters<typeof takeFile>[3];
const input = (content: Buffer, more: Partial<Input> = {}): Input => ({
  content,
  name: 'jar.png',
  purpose: 'product-photo',
  organisationId: null,
  public: true,
  accept: imageTypes,
  ...more,
});
const take = (files: Files, one: Input) => takeFile(files, database.db, actor, one);
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b3261e' } })
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .png()
    .toBuffer();

describe.each(['a local folder', 'a bucket'])('in %s', (name) => {
  test('a picture is bounded to 2000 px, loses its metadata and is kept in smaller widths', async () => {
    const files = createFiles(stores[name]!);
    const kept = await take(files, input(await picture(3000, 1500)));
    expect(kept).toMatchObject({ mediaType: 'image/webp', width: 2000, height: 1000 });
    const found = await files.find(database.db, kept.id);
    const original = await sharp(await buffer((await files.open(found!))!)).metadata();
    expect(original.width).toBe(2000);
    expect(original.exif).toBeUndefined();
    const small = await sharp(await buffer((await files.open(found!, 320))!)).metadata();
    expect(small.width).toBe(320);
  });

  test('a file comes back byte for byte, and one the store has lost is undefined', async () => {
    const files = createFiles(stores[name]!);
    const content = Buffer.from('SKU,名称\n1,豆瓣');
    const kept = await take(
      files,
      input(content, { name: 'a.csv', accept: ['text/csv'], purpose: 'import' }),
    );
    expect(await buffer((await files.open(kept))!)).toEqual(content);
    expect(await files.open({ ...kept, id: '01890000-0000-7000-8000-000000000000' })).toBeUndefined();
  });
});

describe('what is refused', () => {
  const refused = (content: Buffer, more: Partial<Input> = {}) =>
    take(createFiles(stores['a local folder']!), input(content, more));

  test('an empty file', async () => {
    await expect(refused(Buffer.alloc(0))).rejects.toMatchObject({ code: 'files.empty' });
  });
  test('a program that says it is a picture', async () => {
    const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(100)]);
    await expect(refused(elf, { name: 'cute.png' })).rejects.toMatchObject({ code: 'files.wrongType' });
  });
  test('an SVG, which can carry script', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await expect(refused(svg, { name: 'a.svg' })).rejects.toMatchObject({
      code: 'files.wrongType',
      params: { type: 'image/svg+xml' },
    });
    const declared = Buffer.from('<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1"></svg>');
    await expect(
      refused(declared, { name: 'list.csv', accept: ['text/csv'], purpose: 'import' }),
    ).rejects.toMatchObject({ params: { type: 'image/svg+xml' } });
    // Nothing is gained by comments without end, but time.
    const comments = Buffer.from('<!-- -->'.repeat(1000));
    await expect(refused(comments, { name: 'a.svg' })).rejects.toMatchObject({
      params: { type: 'text/csv' },
    });
  });
  test('a damaged picture', async () => {
    const whole = await picture(300, 300);
    await expect(refused(whole.subarray(0, 60))).rejects.toMatchObject({ code: 'files.unreadableImage' });
  });
  test('a picture of 900 megapixels in a few kilobytes, before it is unpacked', async () => {
    const chunk = (type: string, data: Buffer) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(data.length);
      head.write(type, 4, 'latin1');
      const check = Buffer.alloc(4);
      check.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
      return Buffer.concat([head, data, check]);
    };
    const size = Buffer.alloc(13);
    size.writeUInt32BE(30_000, 0);
    size.writeUInt32BE(30_000, 4);
    // One bit a pixel, greys.
    size[8] = 1;
    const rows = deflateSync(Buffer.alloc(30_000 * (1 + 30_000 / 8)), { level: 9 });
    const bomb = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', size),
      chunk('IDAT', rows),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    await expect(refused(bomb)).rejects.toMatchObject({ code: 'files.unreadableImage' });
  });
  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a script', 'alert(document.cookie)//'],
    [
      'a drawing with a PNG’s name in it',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><!--\u0089PNG--></svg>',
    ],
    ['a page after a GIF’s first bytes', 'GIF89a/*<script>*/=1;alert(1)'],
  ])('%s that is called a picture or a PDF', async (_, content) => {
    for (const name of ['cute.png', 'licence.pdf'])
      await expect(
        refused(Buffer.from(content), { name, accept: ['application/pdf', ...imageTypes] }),
      ).rejects.toMatchObject({ code: 'files.wrongType' });
  });
  test('a refused file leaves nothing in the store', async () => {
    const before = await readdir(path.join(folder, 'local', 'product-photo'));
    await expect(refused(Buffer.from('no picture'))).rejects.toMatchObject({ status: 415 });
    expect(await readdir(path.join(folder, 'local', 'product-photo'))).toEqual(before);
    expect(await arrivals()).toBe(0);
  });
});

const arrivals = async () =>
  (await database.pool.query<{ count: number }>('select count(*) as count from file_arrival')).rows[0]!.count;
const arrive = (content: Buffer) => ({
  name: 'jar.png',
  bytes: content.length,
  open: () => Readable.from([content]),
});

describe.each(['a local folder', 'a bucket'])('what no row names, in %s', (name) => {
  const kept = (id: string, width?: 320) =>
    createFiles(stores[name]!).open({ id, purpose: 'product-photo' } as StoredFile, width);

  test('goes when it is discarded, and stays once it has been named', async () => {
    const files = createFiles(stores[name]!);
    const intake = { purpose: 'product-photo', accept: imageTypes };
    const [lost, named] = [
      await files.takeIn(database.db, arrive(await picture(400, 400)), intake),
      await files.takeIn(database.db, arrive(await picture(400, 400)), intake),
    ];
    await database.db.transaction().execute(async (trx) => {
      await files.name(trx, actor, named, { organisationId: null, public: true });
    });
    for (const one of [lost, named]) await files.discard(database.db, one);
    expect([await kept(lost.id), await kept(lost.id, 320)]).toEqual([undefined, undefined]);
    expect(await kept(named.id)).toBeDefined();
    expect(await arrivals()).toBe(0);
  });

  test('is kept while its transaction may still name it, and gone a day later; then nothing can name it', async () => {
    const files = createFiles(stores[name]!);
    const taken = await files.takeIn(
      database.db,
      { ...arrive(Buffer.from('a,b')), name: 'a.csv' },
      { purpose: 'import', accept: ['text/csv'] },
    );
    await files.sweep(database.db);
    expect(await files.open(taken as unknown as StoredFile)).toBeDefined();
    await database.pool.query(`update file_arrival set arrived_at = now() - interval '25 hours'`);
    await files.sweep(database.db);
    expect(await files.open(taken as unknown as StoredFile)).toBeUndefined();
    await expect(
      files.name(database.db, actor, taken, { organisationId: null, public: true }),
    ).rejects.toThrow('swept away');
  });

  test('is removed where the transaction that named it was undone', async () => {
    const files = createFiles(stores[name]!);
    const intake = { purpose: 'product-photo', accept: imageTypes };
    const taken = await files.takeIn(database.db, arrive(await picture(10, 10)), intake);
    await expect(
      database.db.transaction().execute(async (trx) => {
        await files.name(trx, actor, taken, { organisationId: null, public: true });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await files.discard(database.db, taken);
    expect(await kept(taken.id)).toBeUndefined();
  });
});

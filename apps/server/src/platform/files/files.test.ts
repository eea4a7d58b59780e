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
import { createFiles, imageTypes, type FileInput } from './files.ts';
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
const input = (content: Buffer, more: Partial<FileInput> = {}): FileInput => ({
  content: Readable.from([content]),
  name: 'jar.png',
  purpose: 'product-photo',
  organisationId: null,
  public: true,
  maxBytes: 1_000_000,
  accept: imageTypes,
  ...more,
});
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b3261e' } })
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .png()
    .toBuffer();

describe.each(['a local folder', 'a bucket'])('in %s', (name) => {
  test('a picture is bounded to 2000 px, loses its metadata and is kept in smaller widths', async () => {
    const files = createFiles(stores[name]!);
    const kept = await files.take(database.db, actor, input(await picture(3000, 1500)));
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
    const kept = await files.take(
      database.db,
      actor,
      input(content, { name: 'a.csv', accept: ['text/csv'], purpose: 'import' }),
    );
    expect(await buffer((await files.open(kept))!)).toEqual(content);
    expect(await files.open({ ...kept, id: '01890000-0000-7000-8000-000000000000' })).toBeUndefined();
  });
});

describe('what is refused', () => {
  const refused = (content: Buffer, more: Partial<FileInput> = {}) =>
    createFiles(stores['a local folder']!).take(database.db, actor, input(content, more));

  test('an empty file', async () => {
    await expect(refused(Buffer.alloc(0))).rejects.toMatchObject({ code: 'files.empty' });
  });
  test('more bytes than allowed, without reading them all', async () => {
    let read = 0;
    const endless = new Readable({
      read() {
        read += 65_536;
        this.push(Buffer.alloc(65_536));
      },
    });
    await expect(refused(Buffer.alloc(1), { content: endless })).rejects.toMatchObject({
      code: 'files.tooLarge',
    });
    expect(read).toBeLessThan(2_000_000);
  });
  test('a program that says it is a picture', async () => {
    const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(100)]);
    await expect(refused(elf, { name: 'cute.png' })).rejects.toMatchObject({ code: 'files.wrongType' });
  });
  test('an SVG, which can carry script', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await expect(refused(svg, { name: 'a.svg' })).rejects.toMatchObject({ code: 'files.wrongType' });
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
  });
});

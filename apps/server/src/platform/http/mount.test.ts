import { endpoint, version } from '@jiechuan/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Agent, request } from 'node:http';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { z } from 'zod';
import type { Actor, Role } from '../actor.ts';
import { readConfig } from '../config.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { platformMigrations } from '../db/migrations/index.ts';
import { Problem, problems } from '../errors.ts';
import type { Policy } from '../policy.ts';
import { createTestDatabase } from '../testing/database.ts';
import { mountFor } from './mount.ts';
import { createServer } from './server.ts';

const addJar = endpoint({
  operationId: 'jars.add',
  method: 'POST',
  path: '/jars',
  tag: 'jars',
  summary: 'Adds a jar',
  body: z.strictObject({ label: z.string().min(1), fail: z.boolean().optional() }),
  response: z.object({ id: z.int(), label: z.string() }),
  status: 201,
});
const relabelJar = endpoint({
  operationId: 'jars.relabel',
  method: 'PATCH',
  path: '/jars/:id',
  tag: 'jars',
  summary: 'Relabels a jar',
  params: z.strictObject({ id: z.coerce.number().int() }),
  body: z.strictObject({ label: z.string() }),
  response: z.object({ id: z.int(), label: z.string(), version }),
  versioned: true,
});
const getJar = endpoint({
  operationId: 'jars.get',
  method: 'GET',
  path: '/jars/:id',
  tag: 'jars',
  summary: 'A jar',
  params: z.strictObject({ id: z.coerce.number().int() }),
  response: z.object({ id: z.int(), label: z.string(), version }),
  versioned: true,
});
const listJars = endpoint({
  operationId: 'jars.list',
  method: 'GET',
  path: '/jars',
  tag: 'jars',
  summary: 'All jars',
  response: z.object({ items: z.array(z.object({ id: z.int(), label: z.string() })) }),
});
const sendLabel = endpoint({
  operationId: 'jars.sendLabel',
  method: 'POST',
  path: '/jars/labels',
  tag: 'jars',
  summary: 'Takes a jar’s label from a file',
  upload: { maxBytes: 100 },
  response: z.object({ id: z.int(), label: z.string() }),
  status: 201,
});
const fillJar = endpoint({
  operationId: 'jars.fill',
  method: 'POST',
  path: '/jars/filled',
  tag: 'jars',
  summary: 'Fills a jar',
  body: z.strictObject({}),
  response: z.object({ version, label: z.string(), id: z.int() }),
  versioned: true,
});
const policy: Policy = {
  'jars.fill': { all: ['enterprise'] },
  'jars.sendLabel': { all: ['enterprise'] },
  'jars.add': { all: ['enterprise'] },
  'jars.relabel': { own: ['enterprise'], ownersOnly: true },
  'jars.get': { all: 'everyone' },
  'jars.list': { all: 'everyone' },
};

let database: Database;
let drop: () => Promise<void>;
let app: FastifyInstance;
let dataDir: string;

beforeAll(async () => {
  const made = await createTestDatabase(inject('postgres'));
  drop = made.drop;
  database = openDatabase(made.url, { max: 30 });
  await migrate(database.db, [{ module: 'platform', migrations: platformMigrations }]);
  await sql`create table jar (id serial primary key, label text not null, version integer not null default 1)`.execute(
    database.db,
  );
  dataDir = await mkdtemp(path.join(tmpdir(), 'jiechuan-mount-'));
  app = await createServer({ ...readConfig({}), dataDir, rateLimit: 100_000, checkAnswers: true });
  app.addHook('onRequest', async (request) => {
    request.actor = {
      userId: 'u1',
      userName: 'Test',
      organisationId: null,
      organisationRole: 'owner',
      role: (request.headers['x-role'] as Role | undefined) ?? 'visitor',
      scopes: null,
      language: request.language,
      ip: request.ip,
      requestId: request.id,
      ...(JSON.parse(String(request.headers['x-more'] ?? '{}')) as Partial<Actor>),
    };
  });
  const mount = mountFor(app, database.db, policy);
  mount(addJar, async ({ trx, body }) => {
    const { rows } = await sql<{
      id: number;
      label: string;
    }>`insert into jar (label) values (${body.label}) returning id, label`.execute(trx);
    if (body.fail) throw new Problem(problems.conflict);
    return rows[0]!;
  });
  // Names in no order that a database would put them in.
  mount(fillJar, async () => ({ version: 1, label: 'Zest', id: 7 }));
  mount(sendLabel, async ({ trx, upload }) => {
    const label = await text(upload.content);
    const { rows } = await sql<{
      id: number;
      label: string;
    }>`insert into jar (label) values (${label}) returning id, label`.execute(trx);
    return rows[0]!;
  });
  mount(listJars, async ({ trx }) => {
    const { rows } = await sql<{ id: number; label: string }>`select id, label from jar order by id`.execute(
      trx,
    );
    return { items: rows };
  });
  mount(getJar, async ({ trx, params }) => {
    const { rows } = await sql<{
      id: number;
      label: string;
      version: number;
    }>`select * from jar where id = ${params.id}`.execute(trx);
    if (!rows[0]) throw new Problem(problems.notFound);
    return rows[0];
  });
  mount(relabelJar, async ({ trx, params, body, expectedVersion }) => {
    const { rows } = await sql<{ id: number; label: string; version: number }>`
      update jar set label = ${body.label}, version = version + 1
      where id = ${params.id} and version = ${expectedVersion} returning *`.execute(trx);
    if (!rows[0]) throw new Problem(problems.staleVersion, { current: expectedVersion + 1 });
    return rows[0];
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await database.close();
  await drop();
  await rm(dataDir, { recursive: true });
});

const add = (body: object, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/jars',
    payload: body,
    headers: { 'x-role': 'enterprise', ...headers },
  });
const jars = async () =>
  (await sql<{ n: number }>`select count(*) as n from jar`.execute(database.db)).rows[0]!.n;

test('a role that the policy does not name is refused, and a visitor is asked to sign in', async () => {
  expect((await add({ label: 'x' }, { 'x-role': 'merchant' })).json()).toMatchObject({
    status: 403,
    code: 'platform.forbidden',
  });
  expect((await add({ label: 'x' }, { 'x-role': 'visitor' })).json()).toMatchObject({
    status: 401,
    code: 'platform.signInFirst',
  });
});

test('an API key reaches only the operations in its scopes', async () => {
  const narrow = { 'x-more': JSON.stringify({ scopes: ['catalogue.*', 'jars.get'] }) };
  expect((await add({ label: 'x' }, narrow)).json()).toMatchObject({
    status: 403,
    code: 'platform.outOfScope',
  });
  const wide = { 'x-more': JSON.stringify({ scopes: ['jars.*'] }) };
  expect((await add({ label: 'x' }, wide)).statusCode).toBe(201);
});

test('an unknown field is refused by name, in the reader’s language', async () => {
  const answer = await add({ label: 'x', colour: 'red' }, { 'accept-language': 'zh' });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().errors).toEqual([
    { path: 'body.colour', code: 'platform.unknownField', message: '没有这个字段：colour。' },
  ]);
});

test('each invalid field is named with its path and worded in the reader’s language', async () => {
  const answer = await add({ label: 5 }, { 'accept-language': 'ru' });
  expect(answer.json().errors[0]).toMatchObject({ path: 'body.label', code: 'invalid.invalid_type' });
  expect(answer.json().errors[0].message).toMatch(/[а-я]/i);
});

test('a body that is not JSON is refused, not a fault', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/jars',
    payload: '{"label": ',
    headers: { 'x-role': 'enterprise', 'content-type': 'application/json' },
  });
  expect(answer.json()).toMatchObject({ status: 400, code: 'platform.unreadableBody' });
});

test('a POST repeated with its key is done once and answered alike', async () => {
  const before = await jars();
  const first = await add({ label: 'twice' }, { 'idempotency-key': 'k-1' });
  const second = await add({ label: 'twice' }, { 'idempotency-key': 'k-1' });
  expect(second.payload).toBe(first.payload);
  expect(second.statusCode).toBe(201);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(await jars()).toBe(before + 1);
});

test('what is answered again has the same bytes, tag and other headers as it had at first', async () => {
  const fill = () =>
    app.inject({
      method: 'POST',
      url: '/api/v1/jars/filled',
      payload: {},
      headers: { 'x-role': 'enterprise', 'idempotency-key': 'k-bytes' },
    });
  const first = await fill();
  const second = await fill();
  expect(first.payload).toBe('{"version":1,"label":"Zest","id":7}');
  expect(second.payload).toBe(first.payload);
  const lasting = ({ headers }: typeof first) => {
    const { 'idempotency-replayed': _replayed, 'x-request-id': _request, date: _date, ...rest } = headers;
    return Object.fromEntries(
      Object.entries(rest).filter(([name]) => !/^x-ratelimit|content-security/.test(name)),
    );
  };
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(lasting(second)).toEqual(lasting(first));
  expect(first.headers.etag).toMatch(/^"1-.+"$/);
});

test('twenty equal POSTs at the same moment make one row', async () => {
  const before = await jars();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => add({ label: 'race' }, { 'idempotency-key': 'k-race' })),
  );
  expect(new Set(answers.map(({ payload }) => payload)).size).toBe(1);
  expect(answers.every(({ statusCode }) => statusCode === 201)).toBe(true);
  expect(await jars()).toBe(before + 1);
});

test('a key that came with another request is refused', async () => {
  await add({ label: 'one' }, { 'idempotency-key': 'k-2' });
  expect((await add({ label: 'other' }, { 'idempotency-key': 'k-2' })).json()).toMatchObject({
    status: 422,
    code: 'platform.keyReused',
  });
});

test('a POST that failed leaves neither row nor key', async () => {
  const before = await jars();
  expect((await add({ label: 'bad', fail: true }, { 'idempotency-key': 'k-3' })).statusCode).toBe(409);
  expect(await jars()).toBe(before);
  expect((await add({ label: 'good' }, { 'idempotency-key': 'k-3' })).statusCode).toBe(201);
});

const sendFile = async (content: string, filename: string, headers: Record<string, string>) => {
  const form = new FormData();
  form.append('file', new Blob([content]), filename);
  const packed = new Response(form);
  return app.inject({
    method: 'POST',
    url: '/api/v1/jars/labels',
    payload: Buffer.from(await packed.arrayBuffer()),
    headers: { 'x-role': 'enterprise', 'content-type': packed.headers.get('content-type')!, ...headers },
  });
};

test('an upload repeated with its key is done once; another file with it is refused, equal in length as it may be', async () => {
  const before = await jars();
  const key = { 'idempotency-key': 'k-file' };
  const first = await sendFile('red', 'a.txt', key);
  expect(first.statusCode).toBe(201);
  // The boundary between the parts is another one each time.
  const second = await sendFile('red', 'a.txt', key);
  expect(second.json()).toEqual(first.json());
  expect(second.headers['idempotency-replayed']).toBe('true');
  for (const other of [sendFile('tan', 'a.txt', key), sendFile('red', 'b.txt', key)])
    expect((await other).json()).toMatchObject({ status: 422, code: 'platform.keyReused' });
  expect(await jars()).toBe(before + 1);
});

test('while a slow line brings a file, no connection to the database is held, and nothing is left of one cut off', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const { hostname, port } = new URL(address);
  const begun = [];
  // More of them than there are connections.
  for (let line = 0; line < 35; line++) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(
      `POST /api/v1/jars/labels HTTP/1.1\r\nhost: x\r\nx-role: enterprise\r\ncontent-length: 90000\r\n` +
        'content-type: multipart/form-data; boundary=edge\r\n\r\n--edge\r\n' +
        'content-disposition: form-data; name="file"; filename="slow.txt"\r\n\r\nslow',
    );
    begun.push(socket);
  }
  const { uploadFolder } = app;
  await vi.waitFor(async () => expect(await readdir(uploadFolder)).toHaveLength(35), 60_000);
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
  expect((await add({ label: 'meanwhile' })).statusCode).toBe(201);
  for (const socket of begun) socket.destroy();
  await vi.waitFor(async () => expect(await readdir(uploadFolder)).toEqual([]), 60_000);
});

test('a form that ends too early or is none is refused, not a fault', async () => {
  const send = (payload: string, type: string) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/jars/labels',
      payload,
      headers: { 'x-role': 'enterprise', 'content-type': type },
    });
  const begun = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf';
  const boundary = 'multipart/form-data; boundary=edge';
  for (const payload of [begun, '--edge', 'nonsense', '', '--edge--\r\n'])
    expect((await send(payload, boundary)).statusCode, payload).toBe(400);
  for (const type of ['multipart/form-data', 'application/json', 'text/html'])
    expect([400, 415], type).toContain((await send('{}', type)).statusCode);
});

test('a file larger than allowed is refused with the limit, and leaves nothing', async () => {
  const answer = await sendFile('x'.repeat(101), 'a.txt', {});
  expect(answer.json()).toMatchObject({
    status: 413,
    code: 'files.tooLarge',
    detail: expect.stringContaining('100') as string,
  });
  expect((await sendFile('x'.repeat(100), 'a.txt', {})).statusCode).toBe(201);
  expect(await readdir(app.uploadFolder)).toEqual([]);
});

test('two different files sent with one key at the same moment: one is taken, the other refused', async () => {
  const before = await jars();
  const key = { 'idempotency-key': 'k-file-race' };
  const both = await Promise.all([sendFile('one', 'a.txt', key), sendFile('two', 'a.txt', key)]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 422]);
  expect(await jars()).toBe(before + 1);
});

test('a person’s key in one organisation says nothing in another', async () => {
  const actingFor = (organisationId: string) => ({
    'idempotency-key': 'k-both',
    'x-more': JSON.stringify({ organisationId }),
  });
  const one = await add({ label: 'same' }, actingFor('o1'));
  const other = await add({ label: 'same' }, actingFor('o2'));
  expect(other.statusCode).toBe(201);
  expect(other.json().id).not.toBe(one.json().id);
});

test('one caller’s key says nothing to another', async () => {
  const mine = await add({ label: 'mine' }, { 'idempotency-key': 'k-4' });
  const theirs = await add(
    { label: 'mine' },
    { 'idempotency-key': 'k-4', 'x-more': JSON.stringify({ userId: 'u2' }) },
  );
  expect(theirs.json().id).not.toBe(mine.json().id);
});

test('an edit without If-Match is refused, a stale one too, and of two at once one wins', async () => {
  const { id } = (await add({ label: 'v' })).json() as { id: number };
  const edit = (label: string, headers: Record<string, string>) =>
    app.inject({
      method: 'PATCH',
      url: `/api/v1/jars/${id}`,
      payload: { label },
      headers: { 'x-role': 'enterprise', ...headers },
    });
  expect((await edit('a', {})).json()).toMatchObject({ status: 428 });
  expect((await edit('a', { 'if-match': 'three' })).json()).toMatchObject({ status: 400 });
  const both = await Promise.all([edit('a', { 'if-match': '"1"' }), edit('b', { 'if-match': '"1"' })]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
  const read = await app.inject({ url: `/api/v1/jars/${id}` });
  const tag = String(read.headers['etag']);
  expect(tag).toMatch(/^"2-/);
  expect((await edit('c', { 'if-match': tag })).statusCode).toBe(200);
});

test('who has an answer already is sent none: by its tag, weak or strong, in a list, or by any at all', async () => {
  const { id } = (await add({ label: 'kept' })).json() as { id: number };
  const url = `/api/v1/jars/${id}`;
  const first = await app.inject({ url });
  const tag = String(first.headers['etag']);
  const ask = (noneMatch: string) => app.inject({ url, headers: { 'if-none-match': noneMatch } });
  for (const known of [tag, `W/${tag}`, `"other", W/"1" , ${tag}`, `"a,b", ${tag},`, '*', ' * ']) {
    const answer = await ask(known);
    expect(answer, known).toMatchObject({ statusCode: 304, payload: '' });
    expect(answer.headers['etag']).toBe(tag);
  }
  for (const unknown of [tag.slice(1, -1), `${tag} nonsense`, `"x${tag.slice(1)}`, '"1"', '', '"*"'])
    expect(await ask(unknown), unknown).toMatchObject({ statusCode: 200, payload: first.payload });
});

test('a list is tagged by its bytes', async () => {
  const first = await app.inject('/api/v1/jars');
  const again = { url: '/api/v1/jars', headers: { 'if-none-match': String(first.headers['etag']) } };
  expect((await app.inject(again)).statusCode).toBe(304);
  await add({ label: 'one more' });
  expect((await app.inject(again)).statusCode).toBe(200);
});

test('what belongs to owners is refused to ordinary members of an organisation', async () => {
  const answer = await app.inject({
    method: 'PATCH',
    url: '/api/v1/jars/1',
    payload: { label: 'x' },
    headers: {
      'x-role': 'enterprise',
      'if-match': '"1"',
      'x-more': JSON.stringify({ organisationRole: 'member' }),
    },
  });
  expect(answer.json()).toMatchObject({ status: 403 });
});

// Last, since it closes the server.
test('while the server closes, every request it has taken is answered, and new connections are refused', async () => {
  const { port } = app.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const before = await jars();
  // Holding the key's row makes the requests wait inside their transactions.
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query(
    `insert into idempotency_key (caller, key, operation, request_hash) select 'u1/', 'slow-' || n, 'x', 'x' from generate_series(1, 15) n`,
  );
  const agent = new Agent({ keepAlive: true });
  const post = (key: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'x-role': 'enterprise', 'idempotency-key': key };
      const sent = request(`${address}/api/v1/jars`, { method: 'POST', agent, headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode));
      });
      sent.once('error', reject).end(JSON.stringify({ label: key }));
    });
  const underWay = Array.from({ length: 15 }, (_, index) => post(`slow-${index + 1}`));
  await vi.waitFor(async () => {
    const { rows } = await database.pool.query<{ n: number }>(
      `select count(*) as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    expect(rows[0]!.n).toBe(15);
  }, 60_000);
  const closed = app.close();
  await vi.waitFor(() => expect(app.server.listening).toBe(false), 60_000);
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  await holder.query('rollback');
  holder.release();
  expect(await Promise.all(underWay)).toEqual(Array.from({ length: 15 }, () => 201));
  await closed;
  agent.destroy();
  expect(await jars()).toBe(before + 15);
});

import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { createServer } from './server.ts';

const limited = async () => {
  const app = await createServer({ ...readConfig({}), rateLimit: 3 });
  app.get('/thing', () => 'a thing');
  return app;
};

test('past the limit a caller is told to wait, and others are not', async () => {
  const app = await limited();
  const ask = (remoteAddress: string) =>
    app.inject({ url: '/thing', remoteAddress, headers: { 'accept-language': 'en' } });
  for (let time = 0; time < 3; time++) expect((await ask('203.0.113.9')).statusCode).toBe(200);
  const refused = await ask('203.0.113.9');
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json()).toMatchObject({ status: 429, code: 'platform.tooMany' });
  expect((await ask('203.0.113.10')).statusCode).toBe(200);
});

test('the machine itself is not limited; whoever a proxy on it brings is', async () => {
  const app = await limited();
  const statuses = async (headers: Record<string, string>) => {
    const answers = [];
    for (let time = 0; time < 5; time++)
      answers.push((await app.inject({ url: '/thing', remoteAddress: '127.0.0.1', headers })).statusCode);
    return answers;
  };
  expect(await statuses({})).toEqual([200, 200, 200, 200, 200]);
  expect(await statuses({ 'x-forwarded-for': '203.0.113.9' })).toEqual([200, 200, 200, 429, 429]);
});

test('no cache between may keep an answer of the API, which depends on who asks', async () => {
  const app = await createServer(readConfig({}));
  app.get('/api/v1/thing', () => 'mine');
  expect((await app.inject('/api/v1/thing')).headers['cache-control']).toBe('private, no-cache');
});

test('a rule of the database that nobody foresaw is a conflict; the log names the rule and not the row', async () => {
  const lines: string[] = [];
  const logger = createLog('warn', { write: (line) => lines.push(line) });
  const app = await createServer({ ...readConfig({}), logger });
  app.post('/api/v1/thing', () => {
    throw Object.assign(new Error('duplicate key'), {
      code: '23505',
      table: 'jar',
      constraint: 'jar_label',
      detail: 'Key (label)=(somebody@example.org) already exists.',
    });
  });
  const answer = await app.inject({ method: 'POST', url: '/api/v1/thing' });
  expect(answer.json()).toMatchObject({ status: 409, code: 'platform.conflict' });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ table: 'jar', constraint: 'jar_label', reqId: answer.json().requestId }),
  ]);
  expect(lines.join('')).not.toContain('somebody');
});

test('what another site makes a browser send with its cookies is refused', async () => {
  const app = await createServer(readConfig({ JIECHUAN_URL: 'https://ship.example' }));
  app.post('/api/v1/thing', () => 'done');
  const post = async (headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: '/api/v1/thing', headers: { host: 'inner:4000', ...headers } }))
      .statusCode;
  const cookie = 'session_token=one';
  expect(await post({ cookie, origin: 'https://evil.example' })).toBe(403);
  expect(await post({ cookie, origin: 'null' })).toBe(403);
  expect(await post({ cookie, origin: 'https://ship.example' })).toBe(200);
  expect(await post({ cookie, origin: 'http://inner:4000' })).toBe(200);
  expect(await post({ cookie })).toBe(200);
  expect(await post({ origin: 'https://evil.example' })).toBe(200);
});

test('behind a proxy callers are told apart by the address it adds, not by those they write themselves', async () => {
  const app = await createServer({ ...readConfig({ TRUST_PROXY: '1' }), rateLimit: 3 });
  app.get('/thing', () => 'a thing');
  const ask = async (forwarded: string) =>
    (await app.inject({ url: '/thing', headers: { 'x-forwarded-for': forwarded } })).statusCode;
  const statuses = [];
  for (let time = 0; time < 4; time++) statuses.push(await ask(`198.51.100.${time}, 203.0.113.9`));
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect(await ask('203.0.113.9, 203.0.113.10')).toBe(200);
});

test('settings that say nothing sensible are refused by name', () => {
  for (const [name, value] of [
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '-1'],
    ['JIECHUAN_SIGN_IN_LIMIT', 'many'],
    ['JIECHUAN_RATE_LIMIT', '0'],
    ['JIECHUAN_URL', 'ship.example'],
    ['JIECHUAN_URL', 'ftp://ship.example'],
  ] as const)
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: ${value}`));
});

test('whoever sends slowly, to hold connections open, is given up', async () => {
  const { server } = await createServer(readConfig({}));
  expect(server).toMatchObject({ headersTimeout: 30_000, requestTimeout: 30 * 60_000 });
});

const body = 'POST / HTTP/1.1\r\nhost: a\r\n';
const second = 'GET /secret HTTP/1.1\r\nhost: a\r\n\r\n';
/** Everything a server says to these bytes until it closes the connection. */
const tell = (app: FastifyInstance, sent: string) =>
  new Promise<string>((resolve) => {
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    const told: Buffer[] = [];
    socket.on('data', (part: Buffer) => told.push(part));
    socket.on('error', () => {});
    socket.once('close', () => resolve(Buffer.concat(told).toString()));
    socket.write(sent);
  });

test.each([
  ['two lengths', `${body}content-length: 5\r\ncontent-length: 6\r\n\r\nhello${second}`],
  ['a length and pieces', `${body}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${second}`],
  [
    'pieces that are not the last coding',
    `${body}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${second}`,
  ],
  ['a blank before the colon', `${body}content-length : 5\r\n\r\nhello${second}`],
  ['a folded line', `${body}x: a\r\n b\r\ncontent-length: 5\r\n\r\nhello`],
  ['a length with a sign', `${body}content-length: +5\r\n\r\nhello${second}`],
  ['a bare line feed', `POST / HTTP/1.1\nhost: a\ncontent-length: 5\n\nhello${second}`],
  ['no host', `GET / HTTP/1.1\r\n\r\n`],
  ['heads of forty kilobytes', `GET / HTTP/1.1\r\nhost: a\r\ncookie: ${'x'.repeat(40_000)}\r\n\r\n${second}`],
])('a request with %s is refused and its connection closed: nothing rides behind it', async (_, sent) => {
  const app = await createServer(readConfig({}));
  app.get('/secret', () => 'a second answer');
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  const answer = await tell(app, sent);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(answer).not.toContain('a second answer');
});

test.each([
  [
    'an address that is not escaped',
    'GET /products?q=豆瓣 HTTP/1.1\r\n',
    400,
    'platform.badAddress',
    /escaped/,
  ],
  [
    'heads of forty kilobytes',
    `GET / HTTP/1.1\r\ncookie: ${'x'.repeat(40_000)}\r\n`,
    431,
    'platform.headersTooLarge',
    /too large/,
  ],
  [
    'two lengths',
    'POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n',
    400,
    'platform.unreadableRequest',
    /HTTP/,
  ],
] as const)(
  'to %s a problem document says why, as long as it says it is',
  async (_, sent, status, code, why) => {
    const app = await createServer(readConfig({}));
    await app.listen({ port: 0, host: '127.0.0.1' });
    onTestFinished(() => app.close());
    const [first = '', ...rest] = sent.split('\r\n');
    const answer = await tell(app, [first, 'host: a', 'accept-language: en', ...rest, ''].join('\r\n'));
    const [head = '', document = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*\r\n`));
    expect(head).toContain('content-type: application/problem+json');
    expect(head).toContain('connection: close');
    expect(head).toContain(`content-length: ${Buffer.byteLength(document)}`);
    expect(JSON.parse(document)).toMatchObject({ status, code, detail: expect.stringMatching(why) });
  },
);

test('who sends too slowly is told so in Chinese, where no other language was asked for', async () => {
  const app = await createServer(readConfig({}));
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  app.server.once('connection', (socket) =>
    app.server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket),
  );
  const answer = await tell(app, 'GET / HT');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({
    code: 'platform.tooSlow',
    detail: expect.stringContaining('太慢'),
  });
});

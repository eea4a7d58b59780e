import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const source = readFileSync(path.resolve(import.meta.dirname, '../../../public/check-in-worker.js'), 'utf8');
const origin = 'https://ship.example';
const door = '/gatherings/1/check-in';
type Answer = { type?: string; status: number; body: string; headers?: Headers };

/** The worker beside caches and a network that a test makes. */
function start(network: () => Promise<Answer>) {
  const stored = new Map<string, Map<string, Answer>>();
  const listeners = new Map<string, (event: unknown) => void>();
  const pathOf = (asked: string | { url: string }) =>
    new URL(typeof asked === 'string' ? asked : asked.url, origin).pathname;
  runInNewContext(source, {
    self: {
      location: { origin },
      skipWaiting: () => {},
      clients: { claim: () => {} },
      addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    },
    caches: {
      keys: async () => [...stored.keys()],
      open: async (name: string) => ({
        match: async (asked: string | { url: string }) => stored.get(name)?.get(pathOf(asked)),
      }),
      delete: async (name: string) => stored.delete(name),
    },
    fetch: network,
    URL,
    Date,
    Response: { error: () => ({ type: 'error', status: 0, body: '' }) },
  });
  return {
    stored,
    keep(whose: string, page: string, at: Date = new Date()) {
      const headers = new Headers({ date: at.toUTCString() });
      stored.set(
        `check-in:${whose}:${page}`,
        new Map([
          [page, { status: 200, body: `kept for ${whose}`, headers }],
          ['/assets/root-1.js', { status: 200, body: 'script' }],
        ]),
      );
    },
    /** What the worker answers; undefined where it leaves the request to the browser. */
    async ask(address: string, { mode = 'navigate', method = 'GET' } = {}): Promise<Answer | undefined> {
      let answer: Promise<Answer> | undefined;
      listeners.get('fetch')!({
        request: { url: new URL(address, origin).href, mode, method },
        respondWith: (given: Promise<Answer>) => {
          answer = given;
        },
      });
      return answer;
    },
  };
}
const gone = () => Promise.reject(new TypeError('no connection'));

test('with a connection the page is the server’s, also while another is kept', async () => {
  const worker = start(async () => ({ status: 200, body: 'fresh' }));
  worker.keep('ann', door);
  expect(await worker.ask(door)).toMatchObject({ body: 'fresh' });
  expect(worker.stored.size).toBe(1);
});

test('without one it is the kept page with its parts, of that very gathering', async () => {
  const worker = start(gone);
  worker.keep('ann', door);
  expect(await worker.ask(`${door}?lang=en`)).toMatchObject({ body: 'kept for ann' });
  expect(await worker.ask('/assets/root-1.js', { mode: 'cors' })).toMatchObject({ body: 'script' });
  expect(await worker.ask('/gatherings/2/check-in')).toMatchObject({ type: 'error' });
  await expect(worker.ask('/assets/root-2.js', { mode: 'cors' })).rejects.toThrow('no connection');
});

test('a page that was kept the day before yesterday is not served, and is forgotten', async () => {
  const worker = start(gone);
  worker.keep('ann', door, new Date(Date.now() - 25 * 3_600_000));
  expect(await worker.ask(door)).toMatchObject({ type: 'error' });
  expect(worker.stored.size).toBe(0);
});

test.each([
  ['signed out', { type: 'opaqueredirect', status: 0 }],
  ['not the keeper’s', { status: 403 }],
  ['no gathering any more', { status: 404 }],
])('once the server says that the reader is %s, nothing is kept', async (_, answer) => {
  const worker = start(async () => ({ body: '', ...answer }));
  worker.keep('ann', door);
  worker.keep('bob', '/gatherings/2/check-in');
  expect(await worker.ask(door)).toMatchObject(answer);
  expect(worker.stored.size).toBe(0);
});

test('what is sent, the API, and other sites are left to the browser', async () => {
  const worker = start(gone);
  expect(await worker.ask(door, { method: 'POST' })).toBeUndefined();
  expect(await worker.ask('/api/v1/gatherings/1/check-ins', { mode: 'cors' })).toBeUndefined();
  expect(await worker.ask(`${door}.data`, { mode: 'cors' })).toBeUndefined();
  expect(await worker.ask('https://elsewhere.example/assets/x.js', { mode: 'cors' })).toBeUndefined();
});

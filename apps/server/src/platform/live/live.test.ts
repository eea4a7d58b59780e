import { expect, test, vi } from 'vitest';
import type { Notifications } from '../db/notifications.ts';
import { createLive, type State } from './live.ts';

/** A live hub over states that the test sets, told by the test when they change. */
function hub(options?: { most: number }) {
  let tell = () => {};
  const states = new Map<string, State>();
  const read = vi.fn(
    async (topics: readonly string[]) =>
      new Map(topics.flatMap((topic) => (states.has(topic) ? [[topic, states.get(topic)!]] : []))),
  );
  const notifications: Notifications = {
    on: (_channel, handler) => {
      tell = () => handler('');
    },
    start: async () => {},
    heard: async () => {},
    stop: async () => {},
  };
  const live = createLive(notifications, (error) => expect.unreachable(String(error)), options);
  live.declare('thing', 'thing_changed', read);
  const set = (topic: string, id: number, more = '') =>
    states.set(topic, { id: String(id), data: `{"n":${id}}${more}` });
  return { live, read, set, tell: () => tell() };
}

/** What a viewer has been sent, as text. */
async function watch(live: ReturnType<typeof createLive>, topic: string, seen: string | null = null) {
  const stream = await live.join('thing', topic, { seen, stays: true });
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { stream, ids: () => [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id), text: () => text };
}

test('a viewer gets what is now and then every change, each once, in order', async () => {
  const { live, set, tell } = hub();
  set('a', 1);
  set('b', 7);
  const one = await watch(live, 'a');
  await vi.waitFor(() => expect(one.ids()).toEqual(['1']));
  set('a', 2);
  tell();
  tell();
  await vi.waitFor(() => expect(one.ids()).toEqual(['1', '2']));
  tell();
  const other = await watch(live, 'b');
  await vi.waitFor(() => expect(other.ids()).toEqual(['7']));
  expect(one.ids()).toEqual(['1', '2']);
  expect(one.text()).toContain('data: {"n":2}\n\n');
  live.close();
});

test('who drops and comes back gets what was missed, once, and nothing that was seen', async () => {
  const { live, set, tell } = hub();
  set('a', 1);
  const first = await watch(live, 'a');
  await vi.waitFor(() => expect(first.ids()).toEqual(['1']));
  first.stream.destroy();
  await vi.waitFor(() => expect(live.viewers()).toBe(0));
  const same = await watch(live, 'a', '1');
  const fresh = await watch(live, 'a');
  await vi.waitFor(() => expect(fresh.ids()).toEqual(['1']));
  expect(same.ids()).toEqual([]);
  same.stream.destroy();
  set('a', 2);
  set('a', 3);
  tell();
  await vi.waitFor(() => expect(fresh.ids()).toEqual(['1', '3']));
  const back = await watch(live, 'a', '1');
  await vi.waitFor(() => expect(back.ids()).toEqual(['3']));
  live.close();
});

test('a state is read once for a thousand viewers, and many changes at once cost at most two readings', async () => {
  const { live, read, set, tell } = hub();
  set('a', 1);
  const viewers = await Promise.all(Array.from({ length: 1000 }, () => watch(live, 'a')));
  await vi.waitFor(() => expect(viewers.every((viewer) => viewer.ids().length === 1)).toBe(true));
  read.mockClear();
  set('a', 2);
  for (let told = 0; told < 50; told++) tell();
  await vi.waitFor(() => expect(viewers.every((viewer) => viewer.ids().at(-1) === '2')).toBe(true));
  expect(read.mock.calls.length).toBeLessThanOrEqual(2);
  expect(live.viewers()).toBe(1000);
  live.close();
  await vi.waitFor(() => expect(live.viewers()).toBe(0));
});

test('a viewer who doesn’t read is let go of, and keeps nobody waiting', async () => {
  const { live, set, tell } = hub();
  set('a', 0);
  const stuck = await live.join('thing', 'a', { seen: null, stays: true });
  const quick = await watch(live, 'a');
  await vi.waitFor(() => expect(quick.ids()).toEqual(['0']));
  let id = 0;
  // A hundred kilobytes a time.
  await vi.waitFor(() => {
    set('a', ++id, 'x'.repeat(100_000));
    tell();
    expect(stuck.destroyed).toBe(true);
  });
  await vi.waitFor(() => expect(quick.ids().at(-1)).toBe(String(id)));
  expect(live.viewers()).toBe(1);
  live.close();
});

test('there is room for so many and no more', async () => {
  const { live, set } = hub({ most: 2 });
  set('a', 1);
  await watch(live, 'a');
  await watch(live, 'a');
  await expect(live.join('thing', 'a', { seen: null, stays: true })).rejects.toMatchObject({
    code: 'platform.tooManyViewers',
  });
  live.close();
  await expect(live.join('thing', 'a', { seen: null, stays: true })).rejects.toMatchObject({
    code: 'platform.tooManyViewers',
  });
});

test('who doesn’t stay gets what is now, and the line ends', async () => {
  const { live, set } = hub();
  set('a', 4);
  const stream = await live.join('thing', 'a', { seen: null, stays: false });
  const text = (await stream.toArray()).map(String).join('');
  expect(text).toBe('retry: 2000\n\nid: 4\ndata: {"n":4}\n\n');
  await vi.waitFor(() => expect(live.viewers()).toBe(0));
  live.close();
});

test('who joins while it changes never ends with an older state than others', async () => {
  const { live, read, set, tell } = hub();
  set('a', 1);
  // The joining viewer's own reading answers last, with what was before the change.
  let answer = () => {};
  read.mockImplementationOnce(
    () => new Promise((done) => (answer = () => done(new Map([['a', { id: '1', data: '{"n":1}' }]])))),
  );
  const joining = watch(live, 'a');
  set('a', 2);
  tell();
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  await new Promise((done) => setTimeout(done, 20));
  answer();
  const viewer = await joining;
  await vi.waitFor(() => expect(viewer.ids()).toEqual(['2']));
  live.close();
});

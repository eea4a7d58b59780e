import * as contract from '@jiechuan/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { maker, type Maker } from '../catalogue/testing/goods.ts';

let app: TestApp;
let seller: Maker;
let buyer: Maker;
let stranger: Maker;
let address: string;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  [seller, buyer, stranger] = [await maker(app), await maker(app), await maker(app)];
  address = await app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const open = () =>
  app.as(buyer).call(contract.openDeal, {
    body: {
      kind: 'purchase',
      title: 'Doubanjiang',
      market: 'HU',
      withOrganisation: seller.organisationId,
      ours: 'buyer',
      message: 'Some, please',
    },
  });
const write = (who: Maker, id: string, text: string) =>
  app.as(who).call(contract.writeDealMessage, { params: { id }, body: { text } });
const version = async (id: string) =>
  (await app.as(seller).call(contract.getDeal, { params: { id } })).version;

const ask = (who: Parameters<TestApp['headersAs']>[0], id: string, seen?: string, signal?: AbortSignal) =>
  fetch(`${address}/api/v1/deals/${id}/stream`, {
    ...(signal && { signal }),
    headers: {
      ...app.headersAs(who),
      accept: 'text/event-stream',
      ...(seen !== undefined && { 'last-event-id': seen }),
    },
  });

/** An EventSource, as far as a test needs one. */
async function watch(who: Maker, id: string, seen?: string) {
  const controller = new AbortController();
  const answer = await ask(who, id, seen, controller.signal);
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  const reading = (async () => {
    for await (const chunk of answer.body!) text += Buffer.from(chunk as Uint8Array).toString();
  })().catch(() => {});
  return {
    ids: () => [...text.matchAll(/^id: (.*)$/gm)].map(([, one]) => one),
    text: () => text,
    drop: async () => {
      controller.abort();
      await reading;
    },
  };
}

test('tells both sides first what version a deal has, then each change, once, and nothing of what changed', async () => {
  const { id } = await open();
  const first = String(await version(id));
  const [one, other] = [await watch(seller, id), await watch(buyer, id)];
  for (const viewer of [one, other]) await vi.waitFor(() => expect(viewer.ids()).toEqual([first]));
  await write(seller, id, 'Our prices are secret');
  const second = String(await version(id));
  expect(second).not.toBe(first);
  for (const viewer of [one, other]) await vi.waitFor(() => expect(viewer.ids()).toEqual([first, second]));
  // Another deal's change is none of this one.
  await open();
  await write(buyer, id, 'Thank you');
  const third = String(await version(id));
  await vi.waitFor(() => expect(one.ids().at(-1)).toBe(third));
  expect(one.ids()).toEqual([first, second, third]);
  expect(one.text()).toContain(`data: {"version":${third}}`);
  expect(one.text()).not.toMatch(/secret|Doubanjiang/);
  await one.drop();
  await other.drop();
});

test('whoever drops and comes back gets what was missed, once, and not again what was seen', async () => {
  const { id } = await open();
  const line = await watch(buyer, id);
  await vi.waitFor(() => expect(line.ids()).toHaveLength(1));
  const [seen] = line.ids() as [string];
  await line.drop();
  for (const text of ['One', 'Two', 'Three']) await write(seller, id, text);
  const now = String(await version(id));
  const back = await watch(buyer, id, seen);
  await vi.waitFor(() => expect(back.ids()).toEqual([now]));
  await back.drop();
  const again = await watch(buyer, id, now);
  await write(seller, id, 'Four');
  await vi.waitFor(() => expect(again.ids()).toEqual([String(Number(now) + 1)]));
  await again.drop();
});

test('is nobody else’s: for a stranger and a deal that isn’t 404, the secretariat and visitors are refused', async () => {
  const { id } = await open();
  const status = async (...given: Parameters<typeof ask>) => {
    const answer = await ask(...given);
    await answer.body?.cancel();
    return answer.status;
  };
  expect(await status(stranger, id)).toBe(404);
  expect(await status(buyer, v7())).toBe(404);
  const desk = { ...stranger, role: 'secretariat' as const };
  expect(await status(desk, id)).toBe(403);
  expect(await status({ role: 'visitor' }, id)).toBe(401);
});

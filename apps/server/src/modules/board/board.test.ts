import * as contract from '@jiechuan/contract';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { addDays, today } from '../../platform/today.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { maker, type Maker } from '../catalogue/testing/goods.ts';
import { exportLedger } from '../deals/index.ts';
import { signed } from '../deals/testing/signed.ts';
import { readBoard } from './get-board.ts';

let app: TestApp;
let seller: Maker;
let buyer: Maker;
let address: string;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  [seller, buyer] = [await maker(app), await maker(app)];
  address = await app.http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const visitor = () => app.as({ role: 'visitor' });
const board = () => visitor().call(contract.getSigningBoard, {});
/** A deal that both sides have signed. */
const sign = async (
  kind: contract.Deal['kind'],
  {
    market = 'HU',
    currency = 'EUR',
    unitPrice = 199,
  }: { market?: string; currency?: string; unitPrice?: number } = {},
): Promise<string> => {
  const { id } = await app.as(buyer).call(contract.openDeal, {
    body: {
      kind,
      title: 'Doubanjiang',
      market,
      withOrganisation: seller.organisationId,
      ours: 'buyer',
      message: 'Some, please',
    },
  });
  await app.as(seller).call(contract.makeOffer, {
    params: { id },
    body: {
      lines: [{ description: 'Doubanjiang', hs6: '210390', quantity: 1000, unit: 'H87', unitPrice }],
      currency,
      incoterm: 'DAP',
      place: 'Budapest',
      payment: 'In advance',
      expiresOn: addDays(today(), 5),
    },
  });
  await app.as(buyer).call(contract.acceptOffer, { params: { id, number: 1 } });
  await signed(app, seller, id);
  return id;
};
/** An EventSource, as far as a test needs one. */
async function watch(seen: string | null = null) {
  const controller = new AbortController();
  const answer = await fetch(`${address}/api/v1/board/signing/stream`, {
    signal: controller.signal,
    headers: { accept: 'text/event-stream', ...(seen !== null && { 'last-event-id': seen }) },
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const got: { id: string; board: contract.SigningBoard }[] = [];
  let text = '';
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body!) {
      text += decoder.decode(chunk, { stream: true });
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end < 0) break;
        const [, id, data] = /^id: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
        text = text.slice(end + 2);
        if (id !== undefined) got.push({ id, board: JSON.parse(data!) as contract.SigningBoard });
      }
    }
  })().catch(() => {});
  return {
    got,
    drop: async () => {
      controller.abort();
      await reading;
    },
  };
}

describe('the signing board', () => {
  test('keeps tiers apart: an intention never counts as contracted, and each deal counts once a tier', async () => {
    const before = await board();
    expect(before.tiers).toEqual(
      Object.fromEntries(contract.boardTiers.map((tier) => [tier, { deals: 0, cny: 0, withoutRate: 0 }])),
    );
    await sign('intent');
    await sign('framework');
    const id = await sign('purchase', { market: 'JP' });
    const now = await board();
    expect(now.tiers.intent.deals).toBe(2);
    expect(now.tiers.contract.deals).toBe(1);
    expect(now.tiers.effective).toMatchObject({ deals: 0, cny: 0 });
    // 1,000 × 1.99 €, at the day's rate.
    const [entry] = now.latest;
    expect(entry).toMatchObject({
      tier: 'contract',
      kind: 'purchase',
      market: 'JP',
      cny: now.tiers.contract.cny,
    });
    expect(now.currencies).toContainEqual({ tier: 'contract', currency: 'EUR', amount: 199_000, deals: 1 });
    expect(now.byContinent.map(({ key, sums }) => [key, sums.intent.deals, sums.contract.deals])).toEqual(
      expect.arrayContaining([
        ['AS', 0, 1],
        ['EU', 2, 0],
      ]),
    );
    expect(now.byIndustry).toMatchObject([{ key: '21', sums: { contract: { deals: 1 } } }]);
    await app.as(seller).call(contract.markEffective, { params: { id }, body: { evidence: 'Deposit' } });
    const after = await board();
    expect(after.tiers.contract).toEqual(now.tiers.contract);
    expect(after.tiers.effective.deals).toBe(1);
    expect(after.head.seq).toBe(now.head.seq + 1);
    for (const { names } of [seller, buyer].map((one) => ({ names: one.organisationId })))
      expect(JSON.stringify(after)).not.toContain(names);
  });

  test('is the ledger’s export added up, to the cent', async () => {
    await sign('purchase', { market: 'US', currency: 'USD', unitPrice: 333 });
    const { tiers, currencies } = await board();
    const rows: string[][] = [];
    for await (const line of exportLedger(app.ground.db, () => {})) rows.push(line.trimEnd().split(','));
    const heading = rows[0]!;
    const at = (name: string) => heading.indexOf(name);
    const lines = rows.slice(1).filter((row) => contract.boardTiers.includes(row[at('tier')] as never));
    for (const tier of contract.boardTiers) {
      const here = lines.filter((row) => row[at('tier')] === tier);
      const sum = (some: string[][], name: string) =>
        some.reduce((total, row) => total + BigInt(row[at(name)] || '0'), 0n);
      expect(BigInt(tiers[tier].cny)).toBe(sum(here, 'cny'));
      for (const one of currencies.filter((each) => each.tier === tier))
        expect(BigInt(one.amount)).toBe(
          sum(
            here.filter((row) => row[at('currency')] === one.currency),
            'amount',
          ),
        );
    }
  });

  test('is of one moment: an entry made while it is read is in all of it or in none, and is shown as a change', async () => {
    let told = false;
    const db = app.ground.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (!told) {
          told = true;
          await sign('purchase');
        }
        return result;
      },
    });
    const during = [...(await readBoard(db)()).values()][0]!;
    const after = [...(await readBoard(app.ground.db)()).values()][0]!;
    const [one, other] = [during, after].map(({ data }) => JSON.parse(data) as contract.SigningBoard);
    expect(one!.tiers.contract.deals).toBe(other!.tiers.contract.deals - 1);
    expect(one!.head.seq).toBe(other!.head.seq - 1);
    expect(during.id).not.toBe(after.id);
  });

  test('headlines stand beside it and are in no sum; only the secretariat keeps them', async () => {
    const before = await board();
    const body = {
      texts: { 'zh-CN': '开幕式签约约 10.7 亿元', en: 'About 1.07 bn yuan signed at the opening' },
      amount: 107_000_000_000,
      currency: 'CNY',
      announcedOn: '2025-09-16',
      source: 'Announced at the opening',
    };
    await expect(visitor().call(contract.announceHeadline, { body })).rejects.toMatchObject({
      problem: { code: 'platform.signInFirst' },
    });
    const desk = app.as({ role: 'secretariat', userId: 's', organisationId: null, organisationRole: null });
    const { id } = await desk.call(contract.announceHeadline, { body });
    const now = await board();
    expect(now.headlines).toMatchObject([body]);
    expect(now.tiers).toEqual(before.tiers);
    await desk.call(contract.removeHeadline, { params: { id } });
    await expect(desk.call(contract.removeHeadline, { params: { id } })).rejects.toMatchObject({
      problem: { code: 'platform.notFound' },
    });
    expect((await board()).headlines).toEqual([]);
  });

  test('moves by itself for who looks at it; who dropped and comes back has missed nothing and sees nothing twice', async () => {
    const one = await watch();
    await vi.waitFor(() => expect(one.got).toHaveLength(1), { timeout: 20_000 });
    const deals = one.got[0]!.board.tiers.contract.deals;
    await sign('purchase');
    await vi.waitFor(() => expect(one.got.at(-1)!.board.tiers.contract.deals).toBe(deals + 1), {
      timeout: 20_000,
    });
    const seen = one.got.at(-1)!.id;
    await one.drop();
    const same = await watch(seen);
    await sign('purchase');
    await vi.waitFor(() => expect(same.got).toHaveLength(1), { timeout: 20_000 });
    await same.drop();
    await sign('purchase');
    const back = await watch(seen);
    await vi.waitFor(
      () => expect(back.got.map(({ board: { tiers } }) => tiers.contract.deals)).toEqual([deals + 3]),
      {
        timeout: 20_000,
      },
    );
    await back.drop();
  });
});

import type { Ceremony, ContractPage, Deal, OwnSlot, SigningBoard } from '@jiechuan/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { password, startRealApp, type Browser, type RealApp } from '../../accounts/testing/real-app.ts';
import {
  agreedDeal,
  ask,
  issue,
  issuedContract,
  sign,
  signer,
  type Signer,
} from '../../deals/contracts/testing/signers.ts';
import { setUpSecretariat } from '../../members/index.ts';

let real: RealApp;
let desk: { browser: Browser };
let seller: Signer;
let buyer: Signer;
let stranger: Signer;
beforeAll(async () => {
  real = await startRealApp(inject('postgres'));
  [seller, buyer, stranger] = [await signer(real), await signer(real), await signer(real)];
  for (const one of [seller, buyer]) await one.secondStep();
  const { email } = await real.newPerson();
  const { rows } = await real.app.database.pool.query<{ id: string }>(
    'select id from auth_user where email = $1',
    [email],
  );
  await real.app.database.db.transaction().execute(async (trx) =>
    real.app.auth.createOwner(trx, {
      ...(await setUpSecretariat(trx, email)),
      ownerUserId: rows[0]!.id,
    }),
  );
  desk = { browser: real.browser() };
  await desk.browser.auth('/sign-in/email', { email, password });
});
afterAll(() => real.close());

const visitor = () => ({ browser: real.browser() });
const input = {
  names: { 'zh-CN': '示范签约仪式', en: 'Demo ceremony' },
  place: { 'zh-CN': '成都', en: 'Chengdu' },
  zone: 'Asia/Shanghai',
  startsAt: '2026-12-01T01:00:00.000Z',
  endsAt: '2026-12-01T04:00:00.000Z',
  agenda: [
    { minute: 0, titles: { 'zh-CN': '开场', en: 'Opening' }, speaker: null },
    { minute: 30, titles: { 'zh-CN': '签约', en: 'Signing' }, speaker: 'The secretariat' },
  ],
};
const put = (version: number) => ({ method: 'PUT' as const, headers: { 'if-match': `"${version}"` } });
const move = (one: Ceremony, to: string) =>
  ask<Ceremony>(desk, `/ceremonies/${one.id}/state`, { to }, put(one.version));
const announced = async () => move(await ask<Ceremony>(desk, '/ceremonies', input), 'announced');
const opened = async () => move(await announced(), 'open');
const read = (id: string) => ask<Ceremony>(visitor(), `/ceremonies/${id}`);
const issued = async () => issuedContract(seller, await agreedDeal(seller, buyer));
const askFor = (who: { browser: Browser }, contractId: string, ceremonyId: string, showName = false) =>
  who.browser.ask(`/api/v1/contracts/${contractId}/ceremony-slots`, { ceremonyId, showName });
const slotFor = async (who: Signer, contractId: string, ceremonyId: string, showName = false) => {
  const answer = await askFor(who, contractId, ceremonyId, showName);
  expect(answer.status, JSON.stringify(answer.json)).toBe(201);
  return answer.json as unknown as OwnSlot;
};
const agreeTo = (who: { browser: Browser }, id: string, showName = false) =>
  who.browser.ask(`/api/v1/ceremony-slots/${id}/agree`, { showName });
/** A contract that both want to sign at a ceremony. */
const queued = async (ceremonyId: string, shown: { seller?: boolean; buyer?: boolean } = {}) => {
  const contract = await issued();
  const slot = await slotFor(seller, contract.id, ceremonyId, shown.seller);
  expect((await agreeTo(buyer, slot.id, shown.buyer)).status).toBe(200);
  return { contract, slot };
};
const call = (id: string) => desk.browser.ask(`/api/v1/ceremonies/${id}/calls`, {}, { method: 'POST' });
const place = (id: string, direction: string) =>
  ask<Ceremony>(desk, `/ceremony-slots/${id}/place`, { direction }, { method: 'PUT' });
const post = (who: { browser: Browser }, address: string) =>
  who.browser.ask(`/api/v1${address}`, undefined, { method: 'POST' });
const own = async (who: Signer, contractId: string) =>
  (await ask<{ items: OwnSlot[] }>(who, `/ceremony-slots?contract=${contractId}`)).items;
const code = (answer: { status: number; json: Record<string, unknown> | null }) =>
  `${answer.status} ${String(answer.json?.['code'])}`;
const order = ({ slots }: Ceremony) => slots.map(({ id, state }) => [id, state]);

describe('a ceremony', () => {
  test('is drafted for the secretariat alone, announced to all, opened, closed, and in no other order', async () => {
    const draft = await ask<Ceremony>(desk, '/ceremonies', input);
    expect(draft).toMatchObject({ ...input, state: 'draft', slots: [], version: 1, demo: false });
    for (const who of [visitor(), seller]) {
      expect(code(await who.browser.ask(`/api/v1/ceremonies/${draft.id}`))).toBe('404 platform.notFound');
      expect(code(await who.browser.ask(`/api/v1/ceremonies/${draft.id}/stream`))).toBe(
        '404 platform.notFound',
      );
      const { items } = await ask<{ items: { id: string }[] }>(who, '/ceremonies?limit=100');
      expect(items.map(({ id }) => id)).not.toContain(draft.id);
      expect((await who.browser.ask(`/api/v1/ceremonies?state=draft`)).json).toMatchObject({ items: [] });
    }
    const to = (one: Ceremony, state: string) =>
      desk.browser.ask(`/api/v1/ceremonies/${one.id}/state`, { to: state }, put(one.version));
    for (const state of ['open', 'closed'])
      expect(code(await to(draft, state))).toBe('409 ceremonies.outOfOrder');
    const shown = await move(draft, 'announced');
    expect(code(await to(draft, 'announced'))).toBe('412 platform.staleVersion');
    expect(await read(draft.id)).toMatchObject({ state: 'announced' });
    expect(code(await call(draft.id))).toBe('409 ceremonies.notOpen');
    const open = await move(shown, 'open');
    expect(code(await to(open, 'announced'))).toBe('409 ceremonies.outOfOrder');
    const closed = await move(open, 'closed');
    for (const state of ['announced', 'open', 'closed'])
      expect(code(await to(closed, state))).toBe('409 ceremonies.outOfOrder');
    const change = await desk.browser.ask(`/api/v1/ceremonies/${draft.id}`, input, put(closed.version));
    expect(code(change)).toBe('409 ceremonies.closed');
    expect((await move(await announced(), 'closed')).state).toBe('closed');
  });

  test('is kept and led by the secretariat alone', async () => {
    const { id, version } = await opened();
    const { slot } = await queued(id);
    for (const [who, refused] of [
      [visitor(), '401 platform.signInFirst'],
      [seller, '403 platform.forbidden'],
    ] as const) {
      const tries = [
        who.browser.ask('/api/v1/ceremonies', input),
        who.browser.ask(`/api/v1/ceremonies/${id}`, input, put(version)),
        who.browser.ask(`/api/v1/ceremonies/${id}/state`, { to: 'closed' }, put(version)),
        who.browser.ask(`/api/v1/ceremonies/${id}/calls`, {}, { method: 'POST' }),
        who.browser.ask(`/api/v1/ceremony-slots/${slot.id}/place`, { direction: 'up' }, { method: 'PUT' }),
      ];
      for (const answer of await Promise.all(tries)) expect(code(answer)).toBe(refused);
    }
    const contract = await issued();
    expect(code(await askFor(desk, contract.id, id))).toBe('403 platform.forbidden');
    expect(code(await agreeTo(desk, slot.id))).toBe('403 platform.forbidden');
  });

  test('keeps its agenda in order and its end behind its beginning; its version is asked for', async () => {
    const one = await announced();
    const change = (over: object) =>
      desk.browser.ask(`/api/v1/ceremonies/${one.id}`, { ...input, ...over }, put(one.version));
    const codes = async (over: object) =>
      ((await change(over)).json as { errors: { code: string }[] }).errors.map((error) => error.code);
    expect(await codes({ endsAt: input.startsAt })).toEqual(['ceremonies.endsFirst']);
    expect(await codes({ agenda: input.agenda.toReversed() })).toEqual(['ceremonies.agendaOrder']);
    expect(await codes({ zone: 'Chengdu' })).toEqual(['freight.zoneUnknown']);
    expect((await change({ agenda: Array.from({ length: 101 }, () => input.agenda[0]) })).status).toBe(400);
    const moved = await change({ zone: 'Europe/Budapest', agenda: [] });
    expect(moved.json).toMatchObject({ zone: 'Europe/Budapest', agenda: [], version: one.version + 1 });
    expect(code(await change({}))).toBe('412 platform.staleVersion');
  });

  test('is listed by its beginning, the latest first, a page after another', async () => {
    const at = (year: number) => ({
      ...input,
      startsAt: `${year}-01-01T00:00:00.000Z`,
      endsAt: `${year}-01-02T00:00:00.000Z`,
    });
    const made: string[] = [];
    for (const year of [2091, 2093, 2092])
      made.push((await move(await ask<Ceremony>(desk, '/ceremonies', at(year)), 'announced')).id);
    type Page = { items: { id: string }[]; nextCursor: string };
    const first = await ask<Page>(visitor(), '/ceremonies?limit=2');
    const second = await ask<Page>(visitor(), `/ceremonies?limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([made[1], made[2], made[0]]);
  });
});

describe('a contract', () => {
  test('is queued once both parties want it, called, signed by both, and the board moves in the same moment', async () => {
    const ceremony = await opened();
    const contract = await issued();
    const slot = await slotFor(seller, contract.id, ceremony.id);
    expect(slot).toMatchObject({ state: 'asked', askedByUs: true, contractNumber: contract.number });
    // Nobody else sees what one party would like.
    expect((await read(ceremony.id)).slots).toEqual([]);
    expect(await own(buyer, contract.id)).toMatchObject([{ id: slot.id, state: 'asked', askedByUs: false }]);
    expect(code(await agreeTo(seller, slot.id))).toBe('409 ceremonies.notAsked');
    expect((await agreeTo(buyer, slot.id)).json).toMatchObject({ state: 'queued' });
    // No number, no amount, no party.
    const shown = await read(ceremony.id);
    expect(shown.slots).toEqual([
      {
        id: slot.id,
        state: 'queued',
        kind: 'purchase',
        market: 'HU',
        names: [],
        calledAt: null,
        signedAt: null,
      },
    ]);
    expect((await call(ceremony.id)).json).toMatchObject({ slots: [{ id: slot.id, state: 'called' }] });
    expect((await own(buyer, contract.id))[0]!.state).toBe('called');
    expect(code(await post(seller, `/ceremony-slots/${slot.id}/withdraw`))).toBe(
      '409 ceremonies.alreadyCalled',
    );
    const tier = async () => (await ask<SigningBoard>(visitor(), '/board/signing')).tiers.contract.deals;
    const before = await tier();
    await sign(seller, contract);
    expect((await own(seller, contract.id))[0]).toMatchObject({ state: 'called', signedByUs: true });
    expect((await own(buyer, contract.id))[0]).toMatchObject({ state: 'called', signedByUs: false });
    expect([order(await read(ceremony.id)), await tier()]).toEqual([[[slot.id, 'called']], before]);
    await sign(buyer, contract);
    expect([order(await read(ceremony.id)), await tier()]).toEqual([[[slot.id, 'signed']], before + 1]);
    expect((await read(ceremony.id)).slots[0]!.signedAt).toBe(
      (await ask<ContractPage>(seller, `/contracts/${contract.id}`)).sealedAt,
    );
    // The next one can be called at once, and what was signed is written down.
    const { slot: second } = await queued(ceremony.id);
    await call(ceremony.id);
    expect(order(await read(ceremony.id))).toEqual([
      [second.id, 'called'],
      [slot.id, 'signed'],
    ]);
    const kept = await real.app.database.pool.query('select state from ceremony_slot where id = $1', [
      slot.id,
    ]);
    expect(kept.rows).toEqual([{ state: 'signed' }]);
  });

  test('names a party only where that party said so, and no more once it says no', async () => {
    const { id } = await opened();
    const { slot, contract } = await queued(id, { seller: true });
    const names = async () => (await read(id)).slots[0]!.names;
    expect(await names()).toHaveLength(1);
    expect(await own(buyer, contract.id)).toMatchObject([{ ourNameShown: false, theirNameShown: true }]);
    const show = (who: Signer, value: boolean) =>
      ask<OwnSlot>(who, `/ceremony-slots/${slot.id}/name`, { show: value }, { method: 'PUT' });
    const [sellerName] = await names();
    await show(buyer, true);
    expect((await names())[0]).toEqual(sellerName);
    expect(await names()).toHaveLength(2);
    await show(seller, false);
    expect(await names()).toHaveLength(1);
    expect((await names())[0]).not.toEqual(sellerName);
    // What was taken out names nobody.
    await post(seller, `/ceremony-slots/${slot.id}/withdraw`);
    expect((await read(id)).slots).toMatchObject([{ state: 'withdrawn', names: [] }]);
    // The audit log keeps who allowed what.
    const { rows } = await real.app.database.pool.query<{ action: string }>(
      `select action from audit_log where subject_id = $1 order by id`,
      [slot.id],
    );
    expect(rows.map(({ action }) => action.replace('ceremonies.', ''))).toEqual([
      'askForSlot',
      'agreeToSlot',
      'showName',
      'showName',
      'withdrawSlot',
    ]);
  });

  test('of others is none: to ask for, to answer, to take out; an ordinary member enters none', async () => {
    const { id } = await announced();
    const contract = await issued();
    const slot = await slotFor(seller, contract.id, id);
    expect(code(await askFor(stranger, contract.id, id))).toBe('404 platform.notFound');
    expect(code(await askFor(stranger, v7(), id))).toBe('404 platform.notFound');
    expect(code(await askFor(seller, contract.id, v7()))).toBe('404 platform.notFound');
    for (const one of [slot.id, v7()]) {
      expect(code(await agreeTo(stranger, one))).toBe('404 platform.notFound');
      for (const act of ['decline', 'withdraw'])
        expect(code(await post(stranger, `/ceremony-slots/${one}/${act}`))).toBe('404 platform.notFound');
      const name = await stranger.browser.ask(
        `/api/v1/ceremony-slots/${one}/name`,
        { show: true },
        { method: 'PUT' },
      );
      expect(code(name)).toBe('404 platform.notFound');
    }
    expect(await own(stranger, contract.id)).toEqual([]);
    expect((await ask<{ items: OwnSlot[] }>(stranger, `/ceremony-slots?ceremony=${id}`)).items).toEqual([]);
    await real.app.database.pool.query(`update auth_membership set role = 'member' where "userId" = $1`, [
      buyer.userId,
    ]);
    try {
      expect(code(await agreeTo(buyer, slot.id))).toBe('403 platform.forbidden');
      expect((await own(buyer, contract.id)).length).toBe(1);
    } finally {
      await real.app.database.pool.query(`update auth_membership set role = 'owner' where "userId" = $1`, [
        buyer.userId,
      ]);
    }
    expect((await agreeTo(buyer, slot.id)).status).toBe(200);
  });

  test('that isn’t issued, or is signed, is not asked for; nor at a ceremony that is over or a draft', async () => {
    const one = await announced();
    const dealId = await agreedDeal(seller, buyer);
    const draft = await ask<ContractPage>(seller, `/deals/${dealId}/contracts`, { language: 'en' });
    expect(code(await askFor(seller, draft.id, one.id))).toBe('409 ceremonies.notToSign');
    const contract = await issue(seller, draft);
    const hidden = await ask<Ceremony>(desk, '/ceremonies', input);
    expect(code(await askFor(seller, contract.id, hidden.id))).toBe('404 platform.notFound');
    const over = await move(await announced(), 'closed');
    expect(code(await askFor(seller, contract.id, over.id))).toBe('409 ceremonies.closed');
    await sign(seller, contract);
    await sign(buyer, contract);
    expect(code(await askFor(seller, contract.id, one.id))).toBe('409 ceremonies.notToSign');
  });

  test('that was declined is asked for again by who declined, not by who was refused', async () => {
    const { id } = await announced();
    const contract = await issued();
    const slot = await slotFor(seller, contract.id, id);
    expect((await post(buyer, `/ceremony-slots/${slot.id}/decline`)).json).toMatchObject({
      state: 'declined',
    });
    expect(code(await agreeTo(buyer, slot.id))).toBe('409 ceremonies.notAsked');
    expect(code(await askFor(seller, contract.id, id))).toBe('409 ceremonies.declined');
    const anew = await slotFor(buyer, contract.id, id);
    expect(anew).toMatchObject({ state: 'asked', askedByUs: true });
    expect(await own(seller, contract.id)).toHaveLength(1);
  });

  test('that is recalled, or whose deal has ended, drops out, and leaves the next its turn', async () => {
    const { id } = await opened();
    const [recalled, ended, third] = [await queued(id), await queued(id), await queued(id)];
    await call(id);
    const { contract } = recalled;
    const { version } = await ask<ContractPage>(seller, `/contracts/${contract.id}`);
    await ask(seller, `/contracts/${contract.id}/recall`, undefined, put(version));
    await ask<Deal>(buyer, `/deals/${ended.contract.dealId}/end`, { reason: 'No more' });
    const gone = [
      [recalled.slot.id, 'withdrawn'],
      [ended.slot.id, 'withdrawn'],
    ];
    expect(order(await read(id))).toEqual([[third.slot.id, 'queued'], ...gone]);
    expect((await call(id)).status).toBe(200);
    expect(order(await read(id))).toEqual([[third.slot.id, 'called'], ...gone]);
    // Issued anew it has other bytes, and is asked for anew, here too.
    const anew = await issue(seller, await ask<ContractPage>(seller, `/contracts/${contract.id}`));
    expect((await own(seller, anew.id))[0]!.state).toBe('withdrawn');
    expect((await slotFor(buyer, anew.id, id)).state).toBe('asked');
  });

  test('that was not signed when the ceremony closed may go to another', async () => {
    const one = await opened();
    const { contract, slot } = await queued(one.id);
    await call(one.id);
    const other = await announced();
    expect(code(await askFor(buyer, contract.id, other.id))).toBe('409 ceremonies.elsewhere');
    await move(await ask<Ceremony>(desk, `/ceremonies/${one.id}`), 'closed');
    expect(order(await read(one.id))).toEqual([[slot.id, 'withdrawn']]);
    await slotFor(buyer, contract.id, other.id);
    await sign(seller, contract);
    await sign(buyer, contract);
    // It was signed elsewhere; what only one had asked for was signed nowhere.
    expect(order(await read(one.id))).toEqual([[slot.id, 'withdrawn']]);
    expect((await own(buyer, contract.id)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });

  test('is written of to the other party when asked for and to both when called, in their language', async () => {
    const { id } = await opened();
    const { contract } = await queued(id);
    await call(id);
    const { rows } = await real.app.database.pool.query<{ subject: string; body: string }>(
      `select subject, body from mail where body like '%' || $1 || '%' order by id`,
      [contract.id],
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]!.subject).toContain('希望在签约仪式上签署');
    // Nine in the morning where it takes place.
    expect(rows[0]!.body).toContain('09:00');
    expect(rows.slice(1).every(({ subject }) => subject.startsWith('轮到贵方'))).toBe(true);
    for (const { body } of rows) expect(body).not.toMatch(/\{\{|ceremonies/);
  });
});

describe('the queue', () => {
  test('is moved up and down; who was called is put back to the front or to the end', async () => {
    const { id } = await opened();
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.push((await queued(id)).slot.id);
    const [a, b, c] = ids as [string, string, string];
    const queue = (page: Ceremony) => page.slots.map((slot) => slot.id);
    expect(queue(await place(c, 'up'))).toEqual([a, c, b]);
    expect(queue(await place(a, 'up'))).toEqual([a, c, b]);
    expect(queue(await place(a, 'down'))).toEqual([c, a, b]);
    expect(queue(await place(b, 'down'))).toEqual([c, a, b]);
    await call(id);
    expect(order(await place(c, 'up'))).toEqual([
      [c, 'queued'],
      [a, 'queued'],
      [b, 'queued'],
    ]);
    await call(id);
    expect(queue(await place(c, 'down'))).toEqual([a, b, c]);
    expect((await call(id)).json).toMatchObject({ slots: [{ id: a, state: 'called' }, {}, {}] });
    await post(buyer, `/ceremony-slots/${b}/withdraw`);
    const gone = await desk.browser.ask(
      `/api/v1/ceremony-slots/${b}/place`,
      { direction: 'up' },
      { method: 'PUT' },
    );
    expect(code(gone)).toBe('409 ceremonies.notInQueue');
    expect(code(await post(seller, `/ceremony-slots/${b}/withdraw`))).toBe('409 ceremonies.notWaiting');
  });

  test('calls one at a time, however many call at once', async () => {
    const { id } = await opened();
    const slots = [await queued(id), await queued(id), await queued(id)];
    const answers = await Promise.all(Array.from({ length: 12 }, () => call(id)));
    expect(answers.map(code).toSorted()).toEqual([
      '200 undefined',
      ...Array.from({ length: 11 }, () => '409 ceremonies.oneIsCalled'),
    ]);
    expect(order(await read(id)).map(([, state]) => state)).toEqual(['called', 'queued', 'queued']);
    // The database itself holds it, too.
    const forced = real.app.database.pool.query(`update ceremony_slot set state = 'called' where id = $1`, [
      slots[2]!.slot.id,
    ]);
    await expect(forced).rejects.toMatchObject({ code: '23505' });
  });

  test('takes a contract once: asked for by both at once it is agreed; at two ceremonies at once it waits at one', async () => {
    const [one, other] = [await announced(), await announced()];
    for (let round = 0; round < 4; round++) {
      const contract = await issued();
      const here = await Promise.all(
        Array.from({ length: 8 }, (_, at) => askFor(at % 2 === 0 ? seller : buyer, contract.id, one.id)),
      );
      expect(here.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
      expect(await own(buyer, contract.id)).toMatchObject([{ state: 'queued' }]);
      const next = await issued();
      const both = await Promise.all([one, other].map(({ id }) => askFor(seller, next.id, id)));
      expect(both.map(code).toSorted()).toEqual(['201 undefined', '409 ceremonies.elsewhere']);
      expect(await own(buyer, next.id)).toHaveLength(1);
    }
  });

  test('takes an agreement once, however often it is given; agreed and taken back at once it is one of the two', async () => {
    const { id } = await announced();
    const contract = await issued();
    const slot = await slotFor(seller, contract.id, id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => agreeTo(buyer, slot.id)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const { rows } = await real.app.database.pool.query(
      `select 1 from audit_log where subject_id = $1 and action = 'ceremonies.agreeToSlot'`,
      [slot.id],
    );
    expect(rows).toHaveLength(1);
    const second = await slotFor(seller, (await issued()).id, id);
    await Promise.all([agreeTo(buyer, second.id), post(seller, `/ceremony-slots/${second.id}/withdraw`)]);
    const [left] = await own(seller, second.contractId);
    expect(left!.state).toBe('withdrawn');
  });

  test('moves by itself for who looks at it, and who asks without waiting gets what is now', async () => {
    const { id } = await opened();
    const address = await real.app.http.listen({ port: 0, host: '127.0.0.1' });
    const plain = await fetch(`${address}/api/v1/ceremonies/${id}/stream`);
    expect(await plain.text()).toContain(`"id":"${id}"`);
    const controller = new AbortController();
    const answer = await fetch(`${address}/api/v1/ceremonies/${id}/stream`, {
      signal: controller.signal,
      headers: { accept: 'text/event-stream' },
    });
    let text = '';
    const reading = (async () => {
      for await (const chunk of answer.body!) text += new TextDecoder().decode(chunk);
    })().catch(() => {});
    const states = () =>
      [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) =>
        (JSON.parse(data!) as Ceremony).slots.map(({ state }) => state).join(),
      );
    const { contract } = await queued(id);
    await vi.waitFor(() => expect(states().at(-1)).toBe('queued'), 20_000);
    await call(id);
    await vi.waitFor(() => expect(states().at(-1)).toBe('called'), 20_000);
    await sign(seller, contract);
    await sign(buyer, contract);
    await vi.waitFor(() => expect(states().at(-1)).toBe('signed'), 20_000);
    const second = await queued(id);
    await vi.waitFor(() => expect(states().at(-1)).toBe('queued,signed'), 20_000);
    const { version } = await ask<ContractPage>(seller, `/contracts/${second.contract.id}`);
    await ask(seller, `/contracts/${second.contract.id}/recall`, undefined, put(version));
    await vi.waitFor(() => expect(states().at(-1)).toBe('signed,withdrawn'), 20_000);
    expect(text).not.toContain(seller.organisationId);
    expect(text).not.toContain(contract.id);
    controller.abort();
    await reading;
  });
});

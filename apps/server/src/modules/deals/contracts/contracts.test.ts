import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ContractPage, Deal, Verified } from '@jiechuan/contract';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { today } from '../../../platform/today.ts';
import { startRealApp, type RealApp } from '../../accounts/testing/real-app.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { mailTo } from '../testing/mail-to.ts';
import { agreedDeal, ask, issue, issuedContract, sign, signer, type Signer } from './testing/signers.ts';

let real: RealApp;
let seller: Signer;
let buyer: Signer;
let stranger: Signer;
let folder: string;
beforeAll(async () => {
  real = await startRealApp(inject('postgres'));
  [seller, buyer, stranger] = [await signer(real), await signer(real), await signer(real)];
  for (const one of [seller, buyer, stranger]) await one.secondStep();
  folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-contracts-'));
});
afterAll(async () => {
  await real.close();
  await rm(folder, { recursive: true, force: true });
});

const download = async (who: Signer, id: string): Promise<Buffer> => {
  const answer = await real.app.http.inject({
    url: `/api/v1/contracts/${id}/document`,
    headers: { cookie: who.browser.cookieHeader },
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};
const get = (who: Signer, id: string) => ask<ContractPage>(who, `/contracts/${id}`);
const stageOf = async (dealId: string) => (await ask<Deal>(seller, `/deals/${dealId}`)).stage;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function verify(file: Buffer): Promise<Verified> {
  const boundary = 'x-boundary-of-a-test';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await real.app.http.inject({
    method: 'POST',
    url: '/api/v1/verify',
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  return answer.json();
}
const signed = async (language = 'en'): Promise<ContractPage> => {
  const issued = await issuedContract(seller, await agreedDeal(seller, buyer), language);
  await sign(seller, issued);
  await sign(buyer, issued);
  return get(seller, issued.id);
};
const code = (answer: { json: Record<string, unknown> | null }) => answer.json?.['code'];

describe('a contract', () => {
  test('is drafted from what was agreed, changed by either party, fixed, signed by both, sealed, and moves its deal', async () => {
    const dealId = await agreedDeal(seller, buyer);
    const draft = await ask<ContractPage>(seller, `/deals/${dealId}/contracts`, { language: 'en' });
    expect(draft).toMatchObject({
      state: 'draft',
      kind: 'purchase',
      amountMinor: 500 * 199 + 3,
      missing: [],
    });
    const sample = { zh: '样品封存两份。', other: 'Two samples are sealed.' };
    const changed = await ask<ContractPage>(
      buyer,
      `/contracts/${draft.id}`,
      { terms: { ...draft.terms, sample } },
      { method: 'PUT', headers: { 'if-match': `"${draft.version}"` } },
    );
    const issued = await issue(seller, changed);
    expect(await stageOf(dealId)).toBe('contract');
    const document = await download(buyer, draft.id);
    expect(sha256(document)).toBe(issued.documentSha256);
    expect((await sign(seller, issued)).status).toBe(200);
    expect(await stageOf(dealId)).toBe('contract');
    expect((await sign(buyer, issued)).status).toBe(200);
    expect(await stageOf(dealId)).toBe('signed');
    const done = await get(buyer, draft.id);
    expect(done).toMatchObject({ state: 'signed', maySign: false });
    expect(done.signatures.map(({ method }) => method)).toEqual(['password', 'password']);
    const sealed = await download(seller, draft.id);
    expect(sha256(sealed)).toBe(done.sealedSha256);
    expect(sealed.subarray(0, document.length).equals(document)).toBe(true);
    const file = path.join(folder, 'sealed.pdf');
    await writeFile(file, sealed);
    // poppler-utils: a reader's own tools.
    const { stdout } = await promisify(execFile)('pdfsig', [file]);
    expect(stdout).toContain('Signature is Valid');
    expect(stdout).toContain('Total document signed');
    const words = (await promisify(execFile)('pdftotext', ['-raw', file, '-'])).stdout;
    for (const said of [
      'Two samples are sealed.',
      '样品封存两份。',
      'DAP Budapest',
      'EUR 995.03',
      '210390',
      '𠮷䶮',
      '签署证书',
    ])
      expect(words).toContain(said);
    expect(words.replaceAll(/\s|\u200b/g, '')).toContain(issued.documentSha256);
    expect(words).not.toMatch(/\uFFFD|\{\{|contracts\./);
  });

  test('of which one letter was changed after it was read is not signed as it was', async () => {
    const issued = await issuedContract(seller, await agreedDeal(seller, buyer));
    const other = await sign(seller, { ...issued, documentSha256: 'a'.repeat(64) });
    expect([other.status, code(other)]).toEqual([409, 'contracts.otherDocument']);
  });

  test('that lacks a term is not fixed, and told which; one that was fixed is not changed', async () => {
    const dealId = await agreedDeal(seller, buyer);
    const draft = await ask<ContractPage>(seller, `/deals/${dealId}/contracts`, { language: 'ru' });
    const put = (page: ContractPage, terms: object) =>
      seller.browser.ask(
        `/api/v1/contracts/${page.id}`,
        { terms: { ...page.terms, ...terms } },
        { method: 'PUT', headers: { 'if-match': `"${page.version}"` } },
      );
    const lacking = (await put(draft, { payment: null })).json as unknown as ContractPage;
    expect(lacking.missing).toEqual(['payment']);
    // What is no heading of the Harmonized System is refused where it is written, in words.
    for (const hs6 of ['000000', '770100', '980100', '210090']) {
      const [line] = draft.terms.lines;
      const refused = await put(lacking, { lines: [{ ...line!, hs6 }] });
      expect([refused.status, code(refused)], hs6).toEqual([400, 'platform.invalid']);
      expect(JSON.stringify(refused.json)).toContain('chapter 01–97 (77 is none)');
    }
    await expect(issue(seller, lacking)).rejects.toThrow(/contracts.incomplete.*Payment/);
    const whole = (await put(lacking, { payment: draft.terms.payment })).json as unknown as ContractPage;
    const issued = await issue(seller, whole);
    expect(code(await put(issued, { place: 'Elsewhere' }))).toBe('contracts.notADraft');
  });

  test('of a deal that was ended is void: not signed any more, not changed, and whoever holds its paper is told', async () => {
    const dealId = await agreedDeal(seller, buyer);
    const draft = await ask<ContractPage>(seller, `/deals/${dealId}/contracts`, { language: 'en' });
    const issued = await issue(seller, draft);
    expect((await sign(seller, issued)).status).toBe(200);
    await ask<Deal>(buyer, `/deals/${dealId}/end`, { reason: 'No more stock' });
    const ended = await get(buyer, issued.id);
    expect(ended).toMatchObject({ state: 'void', maySign: false, signatures: [expect.anything()] });
    expect(Date.parse(ended.voidedAt!)).toBeGreaterThan(Date.parse(issued.issuedAt!));
    const late = await sign(buyer, issued);
    expect([late.status, code(late)]).toEqual([409, 'contracts.voided']);
    expect(code(await buyer.browser.ask(`/api/v1/contracts/${issued.id}/signing`, {}))).toBe(
      'contracts.voided',
    );
    const recalled = await buyer.browser.ask(`/api/v1/contracts/${issued.id}/recall`, undefined, {
      method: 'PUT',
      headers: { 'if-match': `"${ended.version}"` },
    });
    expect([recalled.status, code(recalled)]).toEqual([409, 'contracts.voided']);
    expect(await verify(await download(seller, issued.id))).toMatchObject({ state: 'void' });
    expect(await stageOf(dealId)).toBe('ended');
    // A draft that was never issued, too.
    const other = await agreedDeal(seller, buyer);
    const never = await ask<ContractPage>(seller, `/deals/${other}/contracts`, { language: 'ru' });
    await ask<Deal>(seller, `/deals/${other}/end`, { reason: 'No more stock' });
    expect(await get(buyer, never.id)).toMatchObject({ state: 'void', documentSha256: null });
    expect((await download(buyer, never.id)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('signed for the second time and ended at the same moment is the one or the other, never both', async () => {
    const races = async (first: 'sign' | 'end' | 'either') => {
      const dealId = await agreedDeal(seller, buyer);
      const issued = await issuedContract(seller, dealId);
      await sign(seller, issued);
      const acts = {
        sign: () => sign(buyer, issued),
        end: () => seller.browser.ask(`/api/v1/deals/${dealId}/end`, { reason: 'Too late' }),
      };
      // Both wait for the deal that somebody else holds; PostgreSQL lets them in as they came.
      const other = await real.app.database.pool.connect();
      await other.query('begin');
      await other.query('select from deal where id = $1 for update', [dealId]);
      const waiting = async (count: number) => {
        for (;;) {
          const { rows } = await other.query<{ n: number }>(
            `select count(*)::integer as n from pg_locks where not granted and pid <> pg_backend_pid()`,
          );
          if (rows[0]!.n >= count) return;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      };
      const names = first === 'end' ? (['end', 'sign'] as const) : (['sign', 'end'] as const);
      const running = [];
      for (const [at, name] of names.entries()) {
        running.push(acts[name]());
        if (first !== 'either') await waiting(at + 1);
      }
      await other.query('commit');
      other.release();
      const answers = await Promise.all(running);
      const [signing, ending] = names[0] === 'sign' ? answers : answers.toReversed();
      const { state, signatures } = await get(seller, issued.id);
      const { rows } = await real.app.database.pool.query('select from deal_ledger where deal_id = $1', [
        dealId,
      ]);
      return {
        sign: signing!.status === 200 ? 'done' : code(signing!),
        end: ending!.status === 200 ? 'done' : code(ending!),
        state,
        stage: await stageOf(dealId),
        signatures: signatures.length,
        entered: rows.length,
      };
    };
    const signedFirst = {
      sign: 'done',
      end: 'deals.outOfOrder',
      state: 'signed',
      stage: 'signed',
      signatures: 2,
      entered: 1,
    };
    const endedFirst = {
      sign: 'contracts.voided',
      end: 'done',
      state: 'void',
      stage: 'ended',
      signatures: 1,
      entered: 0,
    };
    expect(await races('sign')).toEqual(signedFirst);
    expect(await races('end')).toEqual(endedFirst);
    for (let tried = 0; tried < 5; tried++)
      expect([signedFirst, endedFirst]).toContainEqual(await races('either'));
  });

  test('that was recalled is a draft again; who had signed it has signed other bytes', async () => {
    const issued = await issuedContract(seller, await agreedDeal(seller, buyer));
    await sign(seller, issued);
    const recalled = await ask<ContractPage>(buyer, `/contracts/${issued.id}/recall`, undefined, {
      method: 'PUT',
      headers: { 'if-match': `"${issued.version}"` },
    });
    expect(recalled).toMatchObject({ state: 'draft', signatures: [], documentSha256: null });
    const again = await issue(buyer, recalled);
    await sign(buyer, again);
    expect(await get(seller, issued.id)).toMatchObject({ state: 'issued', sealedSha256: null });
  });

  test('is nobody’s but its parties’: for others it does not exist, for an API key it is not to be signed', async () => {
    const issued = await issuedContract(seller, await agreedDeal(seller, buyer));
    for (const address of [`/contracts/${issued.id}`, `/contracts/${issued.id}/document`])
      expect((await stranger.browser.ask(`/api/v1${address}`)).status).toBe(404);
    expect((await sign(stranger, issued)).status).toBe(404);
    const key = await ask<{ key: string }>(seller, '/api-keys', {
      name: 'robot',
      scopes: ['contracts.*'],
      expiresInDays: 1,
    });
    const robot = real.browser();
    const answer = await robot.ask(
      `/api/v1/contracts/${issued.id}/signatures`,
      { documentSha256: issued.documentSha256, proof: seller.proof() },
      { headers: { authorization: `Bearer ${key.key}` } },
    );
    expect([answer.status, code(answer)]).toEqual([403, 'contracts.keysDoNotSign']);
  });
});

describe('mails of a contract', () => {
  test('tell the other that it was issued and signed, both that it is sealed, each in their language; the way to it and no term', async () => {
    const [one, other] = [await signer(real), await signer(real)];
    for (const who of [one, other]) await who.secondStep();
    const { db } = real.app.ground;
    const [{ organisationId }, { organisationId: others }] = [one, other];
    await mailTo(db, { organisationId, email: 'one@example.org', language: 'en' });
    await mailTo(db, { organisationId: others, email: 'other@example.org', language: 'zh-CN' });
    const dealId = await agreedDeal(one, other);
    const told = async (email: string) =>
      (await real.mailsTo(email)).filter(({ body }) => body.includes(`/deals/${dealId}/contract`));
    const issued = await issuedContract(one, dealId);
    const { number } = issued;
    expect((await told('other@example.org')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining(`发出合同 ${number}`),
    ]);
    expect(await told('one@example.org')).toEqual([]);
    await sign(other, issued);
    // Signed once more, nothing is told once more.
    await sign(other, issued);
    expect((await told('one@example.org')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining(`has signed contract ${number}`),
    ]);
    await sign(one, issued);
    await sign(one, issued);
    expect((await told('one@example.org')).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('has signed contract'),
      expect.stringContaining(`Contract ${number} is signed by both`),
    ]);
    expect((await told('other@example.org')).at(-1)!.subject).toContain(`合同 ${number} 双方均已签署`);
    expect(await told('other@example.org')).toHaveLength(2);
    // An amendment's mail leads to the amendment.
    const draft = await ask<ContractPage>(one, `/contracts/${issued.id}/amendments`, {});
    const changed = await ask<ContractPage>(
      one,
      `/contracts/${draft.id}`,
      { terms: { ...draft.terms, place: 'Győr' } },
      { method: 'PUT', headers: { 'if-match': `"${draft.version}"` } },
    );
    await issue(one, changed);
    expect((await told('other@example.org')).at(-1)!.body).toContain(`/contract?show=${draft.id}`);
    for (const { body } of [...(await told('one@example.org')), ...(await told('other@example.org'))])
      // The sum to the cent: the id in a link may have some of its digits.
      expect(body).not.toMatch(/995[.,]03|Budapest|Győr|30 %/);
  });

  test('wait for a mail server that is down, and signing does not', async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const own = await startRealApp(inject('postgres'), {
      PORT: '4000',
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    });
    onTestFinished(() => own.close());
    // Their addresses are confirmed by links in mails, which are rows before they are sent.
    const [one, other] = [await signer(own), await signer(own)];
    for (const who of [one, other]) await who.secondStep();
    const issued = await issuedContract(one, await agreedDeal(one, other));
    await sign(one, issued);
    expect((await sign(other, issued)).json).toMatchObject({ state: 'signed' });
    const { rows } = await own.app.database.pool.query<{ id: string }>(
      `select id from mail where body like '%/contract%' and state in ('waiting', 'failed')`,
    );
    expect(rows).toHaveLength(4);
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (part: Buffer) => (text += part.toString()));
        stream.on('end', () => {
          received.push(text);
          done();
        });
      },
    });
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    server.listen(port, '127.0.0.1');
    await vi.waitFor(
      () => {
        for (const { id } of rows)
          expect(received.filter((text) => text.includes(`<${id}@jiechuan>`))).toHaveLength(1);
      },
      { timeout: 120_000, interval: 500 },
    );
  });
});

describe('a signature', () => {
  test('given twice, or twenty times at once by both, is one of each, and one seal', async () => {
    const dealId = await agreedDeal(seller, buyer);
    const issued = await issuedContract(seller, dealId);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => sign(index % 2 === 0 ? seller : buyer, issued)),
    );
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([200]);
    const { rows } = await real.app.database.pool.query<{ count: number }>(
      'select count(*) as count from contract_signature where contract_id = $1',
      [issued.id],
    );
    expect(rows[0]!.count).toBe(2);
    const deal = await ask<Deal>(seller, `/deals/${dealId}`);
    expect(deal.moves.filter(({ to }) => to === 'signed')).toHaveLength(1);
  });

  test('needs the right password and the right code; too many wrong ones have to wait', async () => {
    const own = await signer(real);
    await own.secondStep();
    const issued = await issuedContract(own, await agreedDeal(own, buyer));
    const wrong = await sign(own, issued, { ...own.proof(), password: 'not the password' });
    expect([wrong.status, code(wrong)]).toEqual([403, 'contracts.proofRefused']);
    for (let tried = 1; tried < 10; tried++)
      expect(code(await sign(own, issued, { ...own.proof(), code: '000000' }))).toBe(
        'contracts.proofRefused',
      );
    expect(code(await sign(own, issued))).toBe('contracts.tooManyTries');
    expect((await get(own, issued.id)).signatures).toEqual([]);
  });

  test('is not given by a password alone', async () => {
    const own = await signer(real);
    const issued = await issuedContract(own, await agreedDeal(own, buyer));
    const answer = await sign(own, issued, { method: 'password', password: 'x', code: '123456' });
    expect(code(answer)).toBe('contracts.secondStepNeeded');
  });

  test('by passkey is one of this document: its challenge is made of the digest, good once and for nobody else', async () => {
    const key = await seller.passkey();
    const issued = await issuedContract(seller, await agreedDeal(seller, buyer));
    type Prepared = { passkey: { challengeId: string; options: { challenge: string } } };
    const prepare = () => ask<Prepared>(seller, `/contracts/${issued.id}/signing`, {});
    const first = await prepare();
    const second = await prepare();
    const proof = (from: Prepared, challenge = from.passkey.options.challenge) => ({
      method: 'passkey',
      challengeId: from.passkey.challengeId,
      answer: key.answer(challenge),
    });
    expect(code(await sign(seller, issued, proof(first)))).toBe('contracts.challengeGone');
    const otherwise = createHash('sha256').update('another document').digest('base64url');
    expect(code(await sign(seller, issued, proof(second, otherwise)))).toBe('contracts.passkeyRefused');
    expect(code(await sign(buyer, issued, proof(second)))).toBe('contracts.challengeGone');
    expect((await sign(seller, issued, proof(second))).status).toBe(200);
    const { rows } = await real.app.database.pool.query<{
      evidence: { nonce: string; clientDataJSON: string };
    }>('select evidence from contract_signature where contract_id = $1', [issued.id]);
    // What is kept shows by itself which bytes were signed.
    const { nonce, clientDataJSON } = rows[0]!.evidence;
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as {
      challenge: string;
    };
    const made = `jiechuan:sign:${issued.id}:${issued.documentSha256}:${nonce}`;
    expect(challenge).toBe(createHash('sha256').update(made).digest('base64url'));
  });
});

describe('an amendment', () => {
  test('names the contract and what changes, is signed like it, and the next one begins where it ends', async () => {
    const contract = await signed();
    const draft = await ask<ContractPage>(buyer, `/contracts/${contract.id}/amendments`, {});
    expect(draft).toMatchObject({ number: `${contract.number}-A1`, deltas: [], amends: { id: contract.id } });
    await expect(issue(buyer, draft)).rejects.toThrow('contracts.nothingAmended');
    const [first, ...others] = draft.terms.lines;
    const terms = { ...draft.terms, place: 'Győr', lines: [{ ...first!, quantity: 600 }, ...others] };
    const changed = await ask<ContractPage>(
      buyer,
      `/contracts/${draft.id}`,
      { terms },
      { method: 'PUT', headers: { 'if-match': `"${draft.version}"` } },
    );
    expect(changed.deltas).toContainEqual({ term: 'Place', before: 'Budapest', after: 'Győr' });
    const issued = await issue(seller, changed);
    await sign(buyer, issued);
    await sign(seller, issued);
    const words = path.join(folder, 'amendment.pdf');
    await writeFile(words, await download(seller, draft.id));
    const text = (await promisify(execFile)('pdftotext', ['-raw', words, '-'])).stdout;
    expect(text).toContain(contract.number);
    expect(text.replaceAll(/\s/g, '')).toContain(contract.documentSha256);
    expect(text).toContain('Győr');
    const next = await ask<ContractPage>(seller, `/contracts/${contract.id}/amendments`, {});
    expect(next.terms.place).toBe('Győr');
    const twice = await seller.browser.ask(`/api/v1/contracts/${contract.id}/amendments`, {});
    expect(code(twice)).toBe('contracts.amendmentOpen');
    const { contract: told } = await verify(await download(seller, contract.id));
    expect(told).toMatchObject({ amended: true });
  });

  test('and a changed draft are what is owed, entered and paid: never what was only offered', async () => {
    const dealId = await agreedDeal(seller, buyer);
    const draft = await ask<ContractPage>(seller, `/deals/${dealId}/contracts`, { language: 'en' });
    const change = async (page: ContractPage, quantity: number) => {
      const [first, ...others] = page.terms.lines;
      const changed = await ask<ContractPage>(
        buyer,
        `/contracts/${page.id}`,
        { terms: { ...page.terms, lines: [{ ...first!, quantity }, ...others] } },
        { method: 'PUT', headers: { 'if-match': `"${page.version}"` } },
      );
      const issued = await issue(seller, changed);
      await sign(seller, issued);
      await sign(buyer, issued);
      return changed.amountMinor;
    };
    const entered = async () => {
      const { rows } = await real.app.database.pool.query<{ line: string }>(
        `select tier || ' ' || delta || ' ' || amount as line from deal_ledger where deal_id = $1 order by seq`,
        [dealId],
      );
      return rows.map(({ line }) => line);
    };
    const deal = () => ask<Deal>(seller, `/deals/${dealId}`);
    // Both changed the draft after the offer was accepted: 700 instead of 500 are signed.
    const first = await change(draft, 700);
    expect(first).toBe(700 * 199 + 3);
    expect(await entered()).toEqual([`contract false ${first}`]);
    expect((await deal()).amount).toEqual({ amount: first, currency: 'EUR' });
    await ask<Deal>(seller, `/deals/${dealId}/effective`, { evidence: 'Deposit' });
    const amend = async (quantity: number) =>
      change(await ask<ContractPage>(buyer, `/contracts/${draft.id}/amendments`, {}), quantity);
    const second = await amend(600);
    expect(await entered()).toEqual([
      `contract false ${first}`,
      `effective false ${first}`,
      `contract true ${second - first}`,
      `effective true ${second - first}`,
    ]);
    const pay = (amount: number) =>
      seller.browser.ask(`/api/v1/deals/${dealId}/payments`, {
        amount,
        receivedOn: today(),
        evidence: 'Bank',
      });
    expect(code(await pay(second + 1))).toBe('deals.overPaid');
    await ask<Deal>(seller, `/deals/${dealId}/shipped`, { evidence: 'B/L' });
    expect((await pay(100_000)).status).toBe(200);
    expect((await deal()).stage).toBe('shipped');
    // Amended to less than came in, it is paid by that.
    await amend(400);
    expect(await deal()).toMatchObject({ stage: 'paid', paid: 100_000, amount: { amount: 400 * 199 + 3 } });
    expect((await entered()).at(-1)).toBe('paid false 100000');
    // Amended to more than came in, the rest can still come in, once, and counts as paid with what came before.
    const last = await amend(600);
    expect(await deal()).toMatchObject({ outstanding: last - 100_000, may: { pay: true } });
    expect(code(await pay(last - 100_000 + 1))).toBe('deals.overPaid');
    const both = await Promise.all([pay(last - 100_000), pay(last - 100_000)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await deal()).toMatchObject({ stage: 'paid', paid: last, outstanding: 0, may: { pay: false } });
    expect((await entered()).at(-1)).toBe(`paid true ${last - 100_000}`);
    expect(await verifyLedger(real.app.database.db)).toMatchObject({ broken: null });
  });

  test('of a contract that is not signed by both is refused', async () => {
    const issued = await issuedContract(seller, await agreedDeal(seller, buyer));
    const answer = await seller.browser.ask(`/api/v1/contracts/${issued.id}/amendments`, {});
    expect(code(answer)).toBe('contracts.notSignedYet');
  });
});

describe('whoever asks about a document', () => {
  test('is told that the sealed file is unchanged and whose; that any other byte is not', async () => {
    const contract = await signed();
    const sealed = await download(seller, contract.id);
    const whole = await verify(sealed);
    expect(whole).toMatchObject({ state: 'unchanged', contract: { number: contract.number } });
    expect(whole.contract!.parties).toHaveLength(2);
    const { rows } = await real.app.database.pool.query<{ bytes: number }>(
      'select document_bytes as bytes from contract where id = $1',
      [contract.id],
    );
    expect(await verify(sealed.subarray(0, rows[0]!.bytes))).toMatchObject({ state: 'unsealed' });
    const step = Math.floor(sealed.length / 40);
    for (let at = 3; at < sealed.length; at += step) {
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ 1;
      const told = await verify(changed);
      expect(['changed', 'unreadable', 'foreign', 'unknown', 'added'], `byte ${at}`).toContain(told.state);
      expect(told.contract?.parties ?? null).toBeNull();
    }
    expect(await verify(Buffer.concat([sealed, Buffer.from('\n')]))).toMatchObject({
      state: 'added',
      contract: { number: contract.number, parties: null },
    });
    // Letters of the signature itself in capitals: the same signature, and not the same file.
    const text = sealed.toString('latin1');
    const capital = text.replace(/\/Contents <[0-9a-f]+>/, (found) =>
      found.toUpperCase().replace('/CONTENTS', '/Contents'),
    );
    expect(await verify(Buffer.from(capital, 'latin1'))).toMatchObject({ state: 'changed' });
  });

  test('is told nothing of what isn’t ours, and by number nothing without the page’s code', async () => {
    const contract = await signed();
    expect(await verify(Buffer.from('%PDF-1.7 /ByteRange [0 1 2 3] hello'))).toEqual({
      state: 'unreadable',
      contract: null,
    });
    expect(await verify(Buffer.from('hello'))).toEqual({ state: 'unknown', contract: null });
    const { rows } = await real.app.database.pool.query<{ code: string }>(
      'select verify_code as code from contract where id = $1',
      [contract.id],
    );
    const visitor = { browser: real.browser() };
    const look = (key: string) => ask<Verified>(visitor, `/verify?number=${contract.number}&code=${key}`);
    expect(await look('guess')).toEqual({ state: 'unknown', contract: null });
    expect(await look(rows[0]!.code)).toMatchObject({
      state: 'unchanged',
      contract: { number: contract.number, parties: null, sealedSha256: contract.sealedSha256 },
    });
  });
});

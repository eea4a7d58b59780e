import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type {
  ContractPage,
  Deal,
  listPaperApplications,
  listPapers,
  PaperContent,
  PaperPage,
  ResponseOf,
} from '@jiechuan/contract';
import { XMLParser } from 'fast-xml-parser';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startRealApp, type RealApp } from '../../accounts/testing/real-app.ts';
import {
  agreedDeal,
  ask,
  issue,
  issuedContract,
  sign,
  signer,
  type Signer,
} from '../contracts/testing/signers.ts';

let real: RealApp;
let seller: Signer;
let buyer: Signer;
let stranger: Signer;
let council: Signer;
let folder: string;
beforeAll(async () => {
  real = await startRealApp(inject('postgres'));
  [seller, buyer, stranger, council] = [
    await signer(real),
    await signer(real),
    await signer(real),
    await signer(real),
  ];
  for (const one of [seller, buyer]) await one.secondStep();
  await real.app.database.pool.query(`update organisation set kind = 'council' where id = $1`, [
    council.organisationId,
  ]);
  folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-papers-'));
});
afterAll(async () => {
  await real.close();
  await rm(folder, { recursive: true, force: true });
});

const signed = async (): Promise<ContractPage> => {
  const issued = await issuedContract(seller, await agreedDeal(seller, buyer));
  await sign(seller, issued);
  await sign(buyer, issued);
  return ask(seller, `/contracts/${issued.id}`);
};
const draft = (dealId: string, kind: string) => ask<PaperPage>(seller, `/deals/${dealId}/papers`, { kind });
const etag = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });
const put = (who: Signer, page: { id: string; version: number }, what: string, body?: object) =>
  who.browser.ask(`/api/v1/papers/${page.id}${what}`, body, { method: 'PUT', headers: etag(page) });
const done = async (answer: ReturnType<typeof put>) => {
  const { status, json } = await answer;
  expect(json).not.toHaveProperty('code');
  expect(status).toBe(200);
  return json as unknown as PaperPage;
};
const refusal = async (answer: ReturnType<typeof put>) => (await answer).json?.['code'];
const get = (who: Signer, { id }: { id: string }) => ask<PaperPage>(who, `/papers/${id}`);
const download = async (who: Signer, address: string) => {
  const answer = await real.app.http.inject({
    url: `/api/v1${address}`,
    headers: { cookie: who.browser.cookieHeader },
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};

const packed = (page: PaperPage, over: Partial<PaperContent['lines'][number]> = {}): PaperContent => ({
  ...page.content,
  lines: page.content.lines.map((line, index) => ({
    ...line,
    netGrams: index === 0 ? 250_000 : 2_700,
    grossGrams: index === 0 ? 275_500 : 3_100,
    packages: index === 0 ? 25 : 1,
    packageKind: 'CT' as const,
    ...(index === 0 && over),
  })),
});
const addresses = { sellerAddress: '成都市郫都区示范路 1 号', buyerAddress: 'Fő utca 1, 1011 Budapest' };
const invoiced = async (dealId: string) => {
  const page = await draft(dealId, 'invoice');
  const changed = await done(
    put(seller, page, '', { ...page.content, details: { ...page.content.details, ...addresses } }),
  );
  return done(put(seller, changed, '/issue'));
};
const listed = async (dealId: string) => {
  const page = await draft(dealId, 'packingList');
  return done(put(seller, await done(put(seller, page, '', packed(page))), '/issue'));
};
const origin = async (dealId: string) => {
  const page = await draft(dealId, 'originApplication');
  const details = {
    ...page.content.details,
    certificate: 'nonPreferential',
    sellerAddress: addresses.sellerAddress,
    consignee: 'Budapest',
    producer: '示范酱园',
    transport: 'rail',
  };
  return done(put(seller, page, '', { ...page.content, details }));
};

describe('papers of a deal', () => {
  test('are drafted from the contract, fixed by the seller, read by the buyer once they are fixed, and by nobody else', async () => {
    const { dealId, number } = await signed();
    const page = await draft(dealId, 'invoice');
    expect(page).toMatchObject({
      state: 'draft',
      number: `${number}-CI`,
      totals: { amountMinor: 99_503 },
      missing: ['sellerAddress', 'buyerAddress'],
      contradictions: [],
      reader: 'seller',
    });
    expect((await buyer.browser.ask(`/api/v1/papers/${page.id}`)).status).toBe(404);
    expect(await refusal(put(seller, page, '/issue'))).toBe('papers.missing');
    const changed = await done(
      put(seller, page, '', { ...page.content, details: { ...page.content.details, ...addresses } }),
    );
    const issued = await done(put(seller, changed, '/issue'));
    expect(await get(buyer, page)).toMatchObject({ state: 'issued', reader: 'buyer' });
    expect((await stranger.browser.ask(`/api/v1/papers/${page.id}`)).status).toBe(404);
    expect((await stranger.browser.ask(`/api/v1/deals/${dealId}/papers`)).status).toBe(404);
    expect(await refusal(put(buyer, issued, '/recall'))).toBe('papers.sellersTask');
    expect(await refusal(put(seller, changed, '/recall'))).toBe('platform.staleVersion');
    expect(await refusal(put(seller, issued, '', issued.content))).toBe('papers.notADraft');
    expect((await done(put(seller, issued, '/recall'))).state).toBe('draft');
  });

  test('before both have signed only a proforma is made, by the seller alone', async () => {
    const dealId = await agreedDeal(seller, buyer);
    const make = (who: Signer, kind: string) => who.browser.ask(`/api/v1/deals/${dealId}/papers`, { kind });
    expect((await make(seller, 'proforma')).json?.['code']).toBe('papers.noContract');
    await issuedContract(seller, dealId);
    expect((await make(seller, 'invoice')).json?.['code']).toBe('papers.notSigned');
    expect((await make(buyer, 'proforma')).json?.['code']).toBe('papers.sellersTask');
    expect((await make(seller, 'proforma')).status).toBe(201);
    expect((await make(seller, 'proforma')).json?.['code']).toBe('papers.alreadyDrafted');
  });

  test('of two who draft the same at once one does', async () => {
    const { dealId } = await signed();
    const made = await Promise.all(
      Array.from({ length: 6 }, () =>
        seller.browser.ask(`/api/v1/deals/${dealId}/papers`, { kind: 'packingList' }),
      ),
    );
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('a figure that contradicts the contract or another paper is named, and keeps it from being issued', async () => {
    const { dealId } = await signed();
    await listed(dealId);
    const page = await origin(dealId);
    expect(page.content.lines[0]).toMatchObject({ netGrams: 250_000, packages: 25 });
    const wrong = await done(
      put(seller, page, '', {
        ...page.content,
        lines: packed(page, { quantity: 501, grossGrams: 275_501 }).lines,
      }),
    );
    expect(wrong.contradictions).toEqual([
      { line: 1, field: 'quantity', expected: 500, found: 501 },
      { line: 1, field: 'grossGrams', expected: 275_500, found: 275_501 },
    ]);
    const answer = await put(seller, wrong, '/issue');
    expect(answer.json).toMatchObject({ code: 'papers.contradicts' });
    expect(String(answer.json!['detail'])).toMatch(/500.*501/);
  });

  test('a certificate of origin and a carnet without HS6 are refused, naming the line; the invoice is not', async () => {
    const dealId = await agreedDeal(seller, buyer);
    const contract = await ask<ContractPage>(seller, `/deals/${dealId}/contracts`, { language: 'en' });
    const lines = contract.terms.lines.map((line, index) => (index === 1 ? { ...line, hs6: null } : line));
    const changed = await ask<ContractPage>(
      seller,
      `/contracts/${contract.id}`,
      { terms: { ...contract.terms, lines } },
      { method: 'PUT', headers: etag(contract) },
    );
    const issued = await issue(seller, changed);
    await sign(seller, issued);
    await sign(buyer, issued);
    await listed(dealId);
    expect((await invoiced(dealId)).state).toBe('issued');
    const page = await origin(dealId);
    expect(page.withoutHs6).toEqual([2]);
    expect(await refusal(put(seller, page, '/issue'))).toBe('papers.hs6Missing');
    expect(await refusal(put(seller, await draft(dealId, 'carnetApplication'), '/issue'))).toBe(
      'papers.hs6Missing',
    );
    expect(await refusal(put(seller, page, '/submission', { councilId: council.organisationId }))).toBe(
      'papers.notIssued',
    );
    const named = {
      ...page.content,
      lines: page.content.lines.map((line) => ({ ...line, hs6: line.hs6 ?? '151590' })),
    };
    expect((await done(put(seller, await done(put(seller, page, '', named)), '/issue'))).state).toBe(
      'issued',
    );
  });

  test('a detail that a kind of paper doesn’t speak of is refused', async () => {
    const { dealId } = await signed();
    const page = await draft(dealId, 'packingList');
    const details = { ...page.content.details, bank: 'A bank' };
    expect(await refusal(put(seller, page, '', { ...page.content, details }))).toBe('papers.notOfThisKind');
  });

  test('an amendment that both sign makes papers contradict it, and an application that does isn’t sent on', async () => {
    const contract = await signed();
    const { dealId } = contract;
    await listed(dealId);
    const application = await done(put(seller, await origin(dealId), '/issue'));
    const amendment = await ask<ContractPage>(seller, `/contracts/${contract.id}/amendments`, {});
    const [first, ...rest] = amendment.terms.lines;
    const changed = await ask<ContractPage>(
      seller,
      `/contracts/${amendment.id}`,
      { terms: { ...amendment.terms, lines: [{ ...first!, quantity: 400 }, ...rest] } },
      { method: 'PUT', headers: etag(amendment) },
    );
    const issued = await issue(seller, changed);
    await sign(seller, issued);
    expect((await get(seller, application)).contradictions).toEqual([]);
    await sign(buyer, issued);
    expect((await get(seller, application)).contradictions).toEqual([
      { line: 1, field: 'quantity', expected: 400, found: 500 },
    ]);
    const { items } = await ask<ResponseOf<typeof listPapers>>(buyer, `/deals/${dealId}/papers`);
    expect(items.map(({ kind, contradictions }) => [kind, contradictions])).toEqual([
      ['packingList', 1],
      ['originApplication', 1],
    ]);
    expect(
      await refusal(put(seller, application, '/submission', { councilId: council.organisationId })),
    ).toBe('papers.outdated');
  });

  test('a council gets an application, sends it back with a reason, gets it again and says the certificate’s number', async () => {
    const { dealId } = await signed();
    await listed(dealId);
    const application = await done(put(seller, await origin(dealId), '/issue'));
    expect((await council.browser.ask(`/api/v1/papers/${application.id}`)).status).toBe(404);
    expect(
      await refusal(put(seller, application, '/submission', { councilId: stranger.organisationId })),
    ).toBe('papers.noSuchCouncil');
    const submitted = await done(
      put(seller, application, '/submission', { councilId: council.organisationId }),
    );
    const mails = await real.app.database.pool.query(`select 1 from mail where body like $1`, [
      `%/papers/${application.id}%`,
    ]);
    expect(mails.rowCount).toBe(1);
    const list = (who: Signer) => ask<ResponseOf<typeof listPaperApplications>>(who, '/papers');
    expect((await list(council)).items).toMatchObject([
      { id: application.id, state: 'submitted', destination: 'HU' },
    ]);
    expect((await seller.browser.ask('/api/v1/papers')).status).toBe(403);
    expect(await get(council, application)).toMatchObject({ reader: 'council' });
    expect(await refusal(put(seller, submitted, '/recall'))).toBe('papers.underWay');
    expect(await refusal(put(seller, submitted, '/answer', { state: 'returned', note: 'Of mine' }))).toBe(
      'platform.forbidden',
    );
    const returned = await done(
      put(council, submitted, '/answer', { state: 'returned', note: 'Which factory?' }),
    );
    expect((await get(seller, returned)).council).toMatchObject({ note: 'Which factory?' });
    const again = await done(put(seller, await done(put(seller, returned, '/recall')), '/issue'));
    expect((await council.browser.ask(`/api/v1/papers/${application.id}`)).status).toBe(404);
    const second = await done(put(seller, again, '/submission', { councilId: council.organisationId }));
    const answers = await Promise.all(
      [1, 2, 3].map((n) =>
        put(council, second, '/answer', { state: 'certified', certificateNumber: `26C-${n}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await get(seller, second)).toMatchObject({ state: 'certified', council: { note: null } });
    expect((await list(council)).counts).toEqual({ submitted: 0, returned: 0, certified: 1 });
  });
});

describe('what is taken out', () => {
  test('the PDF is the bytes that were issued, says everything in both languages, and isn’t a form of an authority', async () => {
    const { dealId } = await signed();
    const list = await listed(dealId);
    const bytes = await download(buyer, `/papers/${list.id}/document`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(list.documentSha256);
    const words = async (content: Buffer) => {
      const file = path.join(folder, 'paper.pdf');
      await writeFile(file, content);
      return (await promisify(execFile)('pdftotext', ['-raw', file, '-'])).stdout;
    };
    const said = await words(bytes);
    for (const text of ['装箱单', 'Packing list', '𠮷䶮', '275.5', '278.6', '26', '纸箱', list.number])
      expect(said).toContain(text);
    const application = await origin(dealId);
    const drafted = await words(await download(seller, `/papers/${application.id}/document`));
    expect(drafted).toMatch(/不是证书/);
    expect(drafted).toContain('It is no certificate');
    expect(drafted).toContain('草稿');
    for (const text of [said, drafted]) expect(text).not.toMatch(/\uFFFD|\{\{|papers\.|contracts\./);
  });

  test('sheets carry the same figures, in kilograms and the currency’s major unit', async () => {
    const { dealId } = await signed();
    const [list, invoice] = [await listed(dealId), await invoiced(dealId)];
    const csv = (await download(seller, `/papers/${invoice.id}/sheet.csv`)).toString();
    expect(csv.split('\n').filter(Boolean).at(-1)).toMatch(/995\.03/);
    const file = path.join(folder, 'list.xlsx');
    await writeFile(file, await download(seller, `/papers/${list.id}/sheet.xlsx`));
    const sheets = await readExcel(file);
    expect(JSON.stringify(sheets)).toContain('278.6');
  });

  test('an invoice is UBL with its amounts to the cent, a packing list a despatch advice; applications have none', async () => {
    const { dealId, number } = await signed();
    const [list, invoice] = [await listed(dealId), await invoiced(dealId)];
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
    const ubl = async (id: string) => {
      const xml = (await download(buyer, `/papers/${id}/ubl`)).toString();
      return parser.parse(xml) as Record<string, Record<string, never>>;
    };
    expect((await ubl(invoice.id))['Invoice']).toMatchObject({
      'cbc:ID': `${number}-CI`,
      'cbc:InvoiceTypeCode': '380',
      'cac:ContractDocumentReference': { 'cbc:ID': number },
      'cac:DeliveryTerms': { 'cbc:ID': { '#text': 'DAP' } },
      'cac:LegalMonetaryTotal': { 'cbc:PayableAmount': { '#text': '995.03', '@_currencyID': 'EUR' } },
      'cac:InvoiceLine': [
        { 'cbc:InvoicedQuantity': { '#text': '500', '@_unitCode': 'H87' } },
        { 'cac:Price': { 'cbc:PriceAmount': { '#text': '0.01' } } },
      ],
    });
    expect((await ubl(list.id))['DespatchAdvice']).toMatchObject({
      'cac:Shipment': { 'cbc:GrossWeightMeasure': { '#text': '278.6', '@_unitCode': 'KGM' } },
    });
    const application = await origin(dealId);
    expect((await seller.browser.ask(`/api/v1/papers/${application.id}/ubl`)).json?.['code']).toBe(
      'papers.noUbl',
    );
  });
});

describe('papers when something ends or is large', () => {
  const amend = async (contract: ContractPage, terms: Partial<ContractPage['terms']>) => {
    const amendment = await ask<ContractPage>(seller, `/contracts/${contract.id}/amendments`, {});
    const changed = await ask<ContractPage>(
      seller,
      `/contracts/${amendment.id}`,
      { terms: { ...amendment.terms, ...terms } },
      { method: 'PUT', headers: etag(amendment) },
    );
    const issued = await issue(seller, changed);
    await sign(seller, issued);
    await sign(buyer, issued);
  };

  test('a proforma that was drafted before its deal ended is not issued after it', async () => {
    const dealId = await agreedDeal(seller, buyer);
    await issuedContract(seller, dealId);
    const page = await draft(dealId, 'proforma');
    const details = { ...page.content.details, ...addresses, validUntil: '2099-12-31' };
    const ready = await done(put(seller, page, '', { ...page.content, details }));
    await ask(buyer, `/deals/${dealId}/end`, { reason: 'Too dear' });
    expect(await refusal(put(seller, ready, '/issue'))).toBe('papers.noContract');
  });

  test('no application is sent to one of the deal’s own sides; a council that has left gives back what lay with it', async () => {
    const { dealId } = await signed();
    await listed(dealId);
    const application = await done(put(seller, await origin(dealId), '/issue'));
    const change = (what: string, id: string) =>
      real.app.database.pool.query(`update organisation set ${what} where id = $1`, [id]);
    await change(`kind = 'council'`, seller.organisationId);
    expect(await refusal(put(seller, application, '/submission', { councilId: seller.organisationId }))).toBe(
      'papers.noSuchCouncil',
    );
    await change(`kind = 'enterprise'`, seller.organisationId);
    const submitted = await done(
      put(seller, application, '/submission', { councilId: council.organisationId }),
    );
    expect(submitted.council).toMatchObject({ answers: true });
    await change(`state = 'suspended'`, council.organisationId);
    try {
      expect((await get(seller, submitted)).council).toMatchObject({ answers: false });
      expect((await done(put(seller, submitted, '/recall'))).state).toBe('draft');
    } finally {
      await change(`state = 'admitted'`, council.organisationId);
    }
  });

  test('what a seller does to its drafts is nothing the buyer sees, nor does it keep a deal from being silent', async () => {
    const { dealId } = await signed();
    const before = await ask<Deal>(buyer, `/deals/${dealId}`);
    const page = await draft(dealId, 'packingList');
    const ready = await done(put(seller, page, '', packed(page)));
    expect(await ask<Deal>(buyer, `/deals/${dealId}`)).toEqual(before);
    await done(put(seller, ready, '/issue'));
    expect((await ask<Deal>(buyer, `/deals/${dealId}`)).version).toBe(before.version + 1);
  });

  test('a council that holds an application isn’t told what an amendment has agreed since', async () => {
    const contract = await signed();
    await listed(contract.dealId);
    const application = await done(put(seller, await origin(contract.dealId), '/issue'));
    await done(put(seller, application, '/submission', { councilId: council.organisationId }));
    const [first, ...rest] = contract.terms.lines;
    await amend(contract, { lines: [{ ...first!, quantity: 431 }, ...rest] });
    expect((await get(seller, application)).contradictions).toMatchObject([{ expected: 431, found: 500 }]);
    expect((await get(council, application)).contradictions).toEqual([
      { line: 1, field: 'quantity', expected: null, found: 500 },
    ]);
  });

  test('an invoice’s UBL is what was issued, whatever is amended later', async () => {
    const contract = await signed();
    const invoice = await invoiced(contract.dealId);
    const before = (await download(buyer, `/papers/${invoice.id}/ubl`)).toString();
    expect(before).toContain('Budapest');
    await amend(contract, { place: 'Debrecen', payment: { zh: '见票即付', other: 'At sight' } });
    expect((await download(buyer, `/papers/${invoice.id}/ubl`)).toString()).toBe(before);
  });

  test('a party that has left is still named with its own country', async () => {
    const { id, dealId } = await signed();
    await real.app.database.pool.query(`update organisation set state = 'suspended' where id = $1`, [
      seller.organisationId,
    ]);
    try {
      const page = await ask<ContractPage>(buyer, `/contracts/${id}`);
      const deal = await ask<Deal>(buyer, `/deals/${dealId}`);
      expect(page.parties[0]!.country).toBe(deal.seller.country);
      expect(page.parties[0]!.country).not.toBe('HU');
    } finally {
      await real.app.database.pool.query(`update organisation set state = 'admitted' where id = $1`, [
        seller.organisationId,
      ]);
    }
  });

  test('what could be agreed can be put into a contract and its papers, however much it is', async () => {
    const { id } = await ask<Deal>(buyer, '/deals', {
      kind: 'purchase',
      title: 'Cement',
      market: 'ID',
      withOrganisation: seller.organisationId,
      ours: 'buyer',
      message: 'An inquiry.',
    });
    await ask(seller, `/deals/${id}/offers`, {
      lines: [
        { description: 'Cement', hs6: '252329', quantity: 90_000_000, unit: 'TNE', unitPrice: 1_000_000 },
        { description: 'Bags', hs6: '630533', quantity: 100_000_000, unit: 'H87', unitPrice: 1 },
      ],
      currency: 'IDR',
      incoterm: 'FOB',
      place: '重庆',
      payment: 'At sight',
      delivery: { earliest: '2099-01-01', latest: '2099-02-01' },
      expiresOn: '2099-01-01',
    });
    await ask(buyer, `/deals/${id}/offers/1/accept`, {});
    const contract = await issuedContract(seller, id);
    await sign(seller, contract);
    await sign(buyer, contract);
    const page = await draft(id, 'packingList');
    const lines = page.content.lines.map((line) => ({
      ...line,
      netGrams: line.netGrams ?? 1000,
      grossGrams: line.netGrams ?? 1000,
      packages: 900_000_000,
      packageKind: 'BG',
    }));
    const full = await done(put(seller, page, '', { ...page.content, lines }));
    expect(full.totals).toMatchObject({ packages: 1_800_000_000, netGrams: 90_000_000_000_000 + 1000 });
    expect((await done(put(seller, full, '/issue'))).state).toBe('issued');
    expect((await invoiced(id)).totals.amountMinor).toBe(90_000_100_000_000);
  });
});

import type { Page } from '@playwright/test';
import { agreedDeal } from './agreed-deal.ts';
import { demoPassword, signIn, test, type Person } from './people.ts';

/** Every page there is, and who looks at it. An address may be found out first, as a reader would come to it. */
export const everyPage: {
  name: string;
  who?: Person;
  address: string | ((page: Page) => Promise<string>);
}[] = [
  { name: 'home', address: '/' },
  { name: 'products', address: '/products' },
  { name: 'products found', address: '/products?q=豆瓣' },
  { name: 'products, none found', address: '/products?q=qqqqzzzzxxxx' },
  { name: 'a product', address: (page) => first(page, '/api/v1/products?q=doubanjiang', '/products/') },
  { name: 'members', address: '/members' },
  { name: 'a member', address: (page) => first(page, '/api/v1/members?limit=1', '/members/') },
  { name: 'resources', address: '/resources?q=chilled, Budapest' },
  { name: 'markets', address: '/markets' },
  { name: 'a market', address: '/markets/HU' },
  {
    name: 'a product’s checklist',
    address: (page) => first(page, '/api/v1/products?q=hotpot tallow', '/markets/GB?product='),
  },
  { name: 'new rule', who: 'secretariat', address: '/markets/GB/rules/new' },
  {
    name: 'rule editor',
    who: 'secretariat',
    address: (page) => first(page, '/api/v1/market-rules?market=GB', '/market-rules/'),
  },
  { name: 'new habit', who: 'secretariat', address: '/markets/JP/habits/new' },
  {
    name: 'habit editor',
    who: 'secretariat',
    address: (page) => first(page, '/api/v1/market-habits?market=JP', '/market-habits/'),
  },
  { name: 'questions', who: 'enterprise', address: '/questions' },
  { name: 'ask a local', who: 'enterprise', address: '/questions/new?market=HU' },
  { name: 'demands', who: 'enterprise', address: '/demands' },
  { name: 'demands, none found', who: 'enterprise', address: '/demands?q=qqqqzzzz' },
  { name: 'new demand', who: 'merchant', address: '/demands/new' },
  {
    name: 'a demand of one’s own',
    who: 'merchant',
    address: (page) => first(page, '/api/v1/demands?show=own', '/demands/'),
  },
  {
    name: 'a demand of another',
    who: 'enterprise',
    address: (page) => first(page, '/api/v1/demands?limit=1', '/demands/'),
  },
  {
    name: 'change of a demand',
    who: 'merchant',
    address: async (page) => `${await first(page, '/api/v1/demands?show=own', '/demands/')}/change`,
  },
  { name: 'signing board', address: '/board/signing' },
  { name: 'signing board, kept by the secretariat', who: 'secretariat', address: '/board/signing' },
  { name: 'signing board on a large screen', address: '/board/signing?screen=1' },
  { name: 'ceremonies', address: '/board/ceremonies' },
  { name: 'a ceremony', address: (page) => first(page, '/api/v1/ceremonies', '/board/ceremonies/') },
  {
    name: 'a ceremony on a large screen',
    address: async (page) => `${await first(page, '/api/v1/ceremonies', '/board/ceremonies/')}?screen=1`,
  },
  {
    name: 'a ceremony, led by the secretariat',
    who: 'secretariat',
    address: (page) => first(page, '/api/v1/ceremonies?state=announced', '/board/ceremonies/'),
  },
  { name: 'new ceremony', who: 'secretariat', address: '/board/ceremonies/new' },
  {
    name: 'change of a ceremony',
    who: 'secretariat',
    address: async (page) =>
      `${await first(page, '/api/v1/ceremonies?state=announced', '/board/ceremonies/')}/change`,
  },
  { name: 'gatherings', address: '/gatherings' },
  { name: 'gatherings, none found', address: '/gatherings?kind=culture' },
  { name: 'a gathering', address: (page) => first(page, '/api/v1/gatherings?kind=fair', '/gatherings/') },
  { name: 'new gathering', who: 'secretariat', address: '/gatherings/new' },
  { name: 'a gathering, kept by the secretariat', who: 'secretariat', address: (page) => fair(page, '') },
  { name: 'change of a gathering', who: 'secretariat', address: (page) => fair(page, '/change') },
  { name: 'registrations', who: 'secretariat', address: (page) => fair(page, '/registrations') },
  { name: 'check-in', who: 'secretariat', address: (page) => fair(page, '/check-in') },
  { name: 'who is there', who: 'secretariat', address: (page) => fair(page, '/attendance') },
  { name: 'a meeting schedule', who: 'secretariat', address: (page) => fair(page, '/schedule') },
  { name: 'what came of meetings', who: 'secretariat', address: (page) => fair(page, '/outcomes') },
  { name: 'badge', who: 'enterprise', address: (page) => guestAt(page, '/badge') },
  { name: 'agenda', who: 'enterprise', address: (page) => guestAt(page, '/agenda') },
  { name: 'whom to meet', who: 'enterprise', address: (page) => guestAt(page, '/meetings') },
  { name: 'report by country', address: '/board/countries' },
  {
    name: 'report by country, none found',
    address: '/board/countries?belt=yes&field=photovoltaics&from=2026-01-01&sort=paid',
  },
  { name: 'regional symbols', address: '/board/symbols' },
  { name: 'regional symbols, none found', address: '/board/symbols?q=qqqqzzzz&stage=global' },
  { name: 'standing of one’s own products', who: 'enterprise', address: '/board/symbols?show=own' },
  { name: 'standing of all products', who: 'secretariat', address: '/board/symbols?show=all' },
  { name: 'tours', who: 'association', address: '/tours' },
  { name: 'visits of a host', who: 'enterprise', address: '/tours' },
  { name: 'new tour', who: 'association', address: '/tours/new' },
  { name: 'visa notes', who: 'secretariat', address: '/visa-notes' },
  { name: 'visa note', who: 'secretariat', address: '/visa-notes/HU' },
  { name: 'a tour', who: 'association', address: (page) => first(page, '/api/v1/tours', '/tours/') },
  {
    name: 'change of a tour',
    who: 'association',
    address: async (page) => `${await first(page, '/api/v1/tours', '/tours/')}/change`,
  },
  { name: 'deals', who: 'enterprise', address: '/deals' },
  { name: 'deals, none found', who: 'enterprise', address: '/deals?q=qqqqzzzz' },
  { name: 'new deal', who: 'enterprise', address: (page) => partner(page, '/deals/new?with=') },
  { name: 'a deal', who: 'enterprise', address: (page) => deal(page, '') },
  { name: 'a deal, seen by the secretariat', who: 'secretariat', address: (page) => deal(page, '') },
  { name: 'new offer', who: 'enterprise', address: (page) => deal(page, '/offer') },
  { name: 'plans', who: 'enterprise', address: '/plans' },
  { name: 'plans, none found', who: 'enterprise', address: '/plans?market=AQ' },
  { name: 'new plan', who: 'enterprise', address: '/plans/new' },
  {
    name: 'new plan of a product',
    who: 'enterprise',
    address: (page) => first(page, '/api/v1/products?q=lemon', '/plans/new?market=RU&product='),
  },
  { name: 'a plan', who: 'enterprise', address: (page) => plan(page, '') },
  { name: 'change of a plan', who: 'enterprise', address: (page) => plan(page, '/change') },
  { name: 'versions of a plan', who: 'enterprise', address: (page) => plan(page, '/versions') },
  { name: 'comparison of plans', who: 'enterprise', address: (page) => plan(page, '/compare?from=1&to=1') },
  { name: 'shared plan', who: 'enterprise', address: sharedPlan },
  { name: 'check a document', address: '/verify' },
  { name: 'contract, not drafted', who: 'enterprise', address: (page) => contract(page, false) },
  { name: 'draft of a contract', who: 'enterprise', address: (page) => contract(page, true) },
  { name: 'papers of a deal', who: 'enterprise', address: async (page) => (await papers(page)).list },
  { name: 'draft of a paper', who: 'enterprise', address: async (page) => (await papers(page)).draft },
  { name: 'issued paper', who: 'merchant', address: issuedPaper },
  { name: 'certificate applications', who: 'council', address: '/papers' },
  { name: 'relations', who: 'enterprise', address: '/network' },
  { name: 'relations to confirm', who: 'enterprise', address: '/network?state=toConfirm' },
  { name: 'new relation, whose', who: 'enterprise', address: '/network/new?q=Budapest' },
  {
    name: 'new relation',
    who: 'enterprise',
    address: (page) => first(page, '/api/v1/members?kind=council', '/network/new?organisation='),
  },
  {
    name: 'a relation',
    who: 'enterprise',
    address: (page) => first(page, '/api/v1/relations?state=confirmed', '/network/'),
  },
  {
    name: 'a relation to confirm',
    who: 'enterprise',
    address: (page) => first(page, '/api/v1/relations?state=toConfirm', '/network/'),
  },
  { name: 'introductions', who: 'enterprise', address: '/introductions?part=asked' },
  { name: 'introductions to answer', who: 'association', address: '/introductions?part=toAnswer' },
  { name: 'new introduction, to whom', who: 'enterprise', address: '/introductions/new' },
  {
    name: 'new introduction',
    who: 'enterprise',
    address: (page) => first(page, '/api/v1/members?kind=merchant', '/introductions/new?organisation='),
  },
  {
    name: 'an introduction',
    who: 'enterprise',
    address: (page) => first(page, '/api/v1/introductions?part=asked', '/introductions/'),
  },
  {
    name: 'an introduction to answer',
    who: 'association',
    address: (page) => first(page, '/api/v1/introductions?part=toAnswer', '/introductions/'),
  },
  { name: 'charter', address: '/charter' },
  { name: 'charter, kept by the secretariat', who: 'secretariat', address: '/charter' },
  { name: 'new charter version', who: 'secretariat', address: '/charter/new' },
  { name: 'new signatory', who: 'secretariat', address: signatory },
  { name: 'roads', address: '/freight' },
  { name: 'roads by air', address: '/freight?mode=air&confidence=published' },
  { name: 'a hub', address: (page) => first(page, '/api/v1/freight/hubs?q=malaszewicze', '/freight/hubs/') },
  {
    name: 'a hub, edited',
    who: 'secretariat',
    address: (page) => first(page, '/api/v1/freight/hubs?q=malaszewicze', '/freight/hubs/'),
  },
  { name: 'new hub', who: 'secretariat', address: '/freight/hubs/new' },
  {
    name: 'a service',
    address: (page) => first(page, '/api/v1/freight/services?limit=1', '/freight/services/'),
  },
  {
    name: 'a service, edited',
    who: 'secretariat',
    address: (page) => first(page, '/api/v1/freight/services?limit=1', '/freight/services/'),
  },
  {
    name: 'a parcel quote',
    address: '/freight/quote?country=HU&weightG=2300&lengthMm=300&widthMm=200&heightMm=100',
  },
  { name: 'a customs check', address: '/freight/quote?mode=1039&valueUsd=150001' },
  { name: 'service import', who: 'secretariat', address: '/freight/import' },
  { name: 'shipments', who: 'enterprise', address: '/shipments' },
  { name: 'new shipment', who: 'enterprise', address: '/shipments/new' },
  { name: 'a shipment', who: 'enterprise', address: (page) => shipment(page, '') },
  { name: 'correction of a shipment', who: 'enterprise', address: (page) => shipment(page, '/change') },
  { name: 'parties of a shipment', who: 'enterprise', address: (page) => shipment(page, '/parties') },
  { name: 'search', address: '/search?q=Budapest' },
  { name: 'search, none found', address: '/search?q=qqqqzzzzxxxx' },
  { name: 'an invitation', address: '/invitations/01a14e2d-3371-7000-8000-014f3eb2e748' },
  { name: 'sign in', address: '/sign-in' },
  { name: 'sign up', address: '/sign-up' },
  { name: 'forgotten password', address: '/forgot-password' },
  { name: 'new password', address: '/reset-password?token=none' },
  { name: 'outbox', who: 'secretariat', address: '/outbox' },
  { name: 'settings', who: 'enterprise', address: '/settings' },
  { name: 'apply', who: 'observer', address: '/apply' },
  { name: 'admissions desk', who: 'secretariat', address: '/admissions' },
  { name: 'my organisation', who: 'enterprise', address: '/organisation' },
  { name: 'people', who: 'enterprise', address: '/organisation/people' },
  { name: 'organisations', who: 'enterprise', address: '/organisations' },
  { name: 'my products', who: 'enterprise', address: '/organisation/products' },
  { name: 'new product', who: 'enterprise', address: '/organisation/products/new' },
  { name: 'product editor', who: 'enterprise', address: (page) => ownProduct(page, '') },
  { name: 'product versions', who: 'enterprise', address: (page) => ownProduct(page, '/versions') },
  { name: 'imports', who: 'enterprise', address: '/organisation/imports' },
];

async function first(page: Page, api: string, prefix: string): Promise<string> {
  const { items } = (await (await page.request.get(api)).json()) as { items: { id: string }[] };
  return prefix + items[0]!.id;
}

async function ownProduct(page: Page, suffix: string): Promise<string> {
  await page.goto('/organisation/products');
  const link = page.locator('a[href^="/organisation/products/"]:not([href$="/new"])').first();
  return (await link.getAttribute('href')) + suffix;
}

/** There has to be a charter before anybody can have signed it. */
async function signatory(page: Page): Promise<string> {
  const { items } = (await (await page.request.get('/api/v1/charter/versions')).json()) as {
    items: object[];
  };
  if (items.length === 0)
    await page.request.post('/api/v1/charter/versions', {
      data: { adoptedOn: '2025-09-16', texts: { 'zh-CN': '第一条 宗旨', en: 'Article 1: purpose' } },
    });
  return '/charter/signatories/new';
}

/** A plan for lemons to Russia, made the first time it is asked for. */
async function plan(page: Page, suffix: string): Promise<string> {
  const product = await first(page, '/api/v1/products?q=lemon', '');
  const { items } = (await (
    await page.request.get(`/api/v1/plans?product=${product}&market=RU&limit=1`)
  ).json()) as { items: { id: string }[] };
  if (items[0]) return `/plans/${items[0].id}${suffix}`;
  const made = await page.request.post('/api/v1/plans', {
    data: { productId: product, market: 'RU', quantity: 20_000, lifeLeftDays: 30 },
  });
  return `/plans/${((await made.json()) as { id: string }).id}${suffix}`;
}

/** A shipment of two kinds of goods, registered the first time it is asked for. */
async function shipment(page: Page, suffix: string): Promise<string> {
  const reference = 'EVERY-PAGE';
  const found = await page.request.get(`/api/v1/shipments?q=${reference}`);
  const { items } = (await found.json()) as { items: { id: string }[] };
  if (items[0]) return `/shipments/${items[0].id}${suffix}`;
  const line = { quantity: 400, unit: 'H87', grossWeightG: 120_000 };
  const made = await page.request.post('/api/v1/shipments', {
    data: {
      reference,
      market: 'HU',
      lines: [
        { ...line, description: 'Paper lanterns' },
        { ...line, description: 'Bamboo steamers' },
      ],
      containers: ['CSQU3054383'],
    },
  });
  return `/shipments/${((await made.json()) as { id: string }).id}${suffix}`;
}

async function sharedPlan(page: Page): Promise<string> {
  const made = await page.request.post(`/api/v1${await plan(page, '/shares')}`, {
    data: { audience: 'link', costs: true, expiresOn: '2099-12-31' },
  });
  const { token } = (await made.json()) as { token: string };
  return `/plans/shared?${new URLSearchParams({ token })}`;
}

/** A browser of somebody else's, as long as something is done with it. */
async function beside<T>(page: Page, who: Person, act: (other: Page) => Promise<T>): Promise<T> {
  const { baseURL } = test.info().project.use;
  const context = await page.context().browser()!.newContext({ baseURL, locale: 'en' });
  await context.addCookies([{ name: 'lang', value: 'en', url: baseURL! }]);
  const other = await context.newPage();
  await signIn(other, `${who}@demo.example`, demoPassword());
  try {
    return await act(other);
  } finally {
    await context.close();
  }
}

/** The seller's drafted proforma of a deal with a contract, made the first time it is asked for. */
async function papers(page: Page): Promise<{ list: string; draft: string }> {
  const found = await page.request.get('/api/v1/deals?show=open&stage=contract&sort=newest&limit=20');
  const { items } = (await found.json()) as { items: { id: string }[] };
  for (const { id } of items) {
    const answer = await page.request.get(`/api/v1/deals/${id}/papers`);
    const [paper] = ((await answer.json()) as { items: { id: string; state: string }[] }).items;
    if (paper?.state === 'draft') return { list: `/deals/${id}/papers`, draft: `/papers/${paper.id}` };
  }
  const dealId = (await contract(page, true)).split('/')[2]!;
  const listed = await page.request.get(`/api/v1/deals/${dealId}/contracts`);
  const [one] = ((await listed.json()) as { items: { id: string }[] }).items;
  const drafted = await page.request.get(`/api/v1/contracts/${one!.id}`);
  const headers = { 'if-match': `"${((await drafted.json()) as { version: number }).version}"` };
  await page.request.put(`/api/v1/contracts/${one!.id}/issue`, { headers });
  const made = await page.request.post(`/api/v1/deals/${dealId}/papers`, { data: { kind: 'proforma' } });
  return {
    list: `/deals/${dealId}/papers`,
    draft: `/papers/${((await made.json()) as { id: string }).id}`,
  };
}

/** A proforma that the enterprise has issued, read by the merchant. */
async function issuedPaper(page: Page): Promise<string> {
  const found = await page.request.get('/api/v1/deals?show=open&stage=contract&sort=newest&limit=20');
  for (const { id } of ((await found.json()) as { items: { id: string }[] }).items) {
    const answer = await page.request.get(`/api/v1/deals/${id}/papers`);
    const [paper] = ((await answer.json()) as { items: { id: string }[] }).items;
    if (paper) return `/papers/${paper.id}`;
  }
  return beside(page, 'enterprise', async (seller) => {
    const { draft } = await papers(seller);
    const read = await seller.request.get(`/api/v1${draft}`);
    const { version, content } = (await read.json()) as {
      version: number;
      content: { details: object; lines: object[] };
    };
    const details = {
      ...content.details,
      validUntil: '2099-12-31',
      sellerAddress: 'Chengdu',
      buyerAddress: 'Budapest',
      remarks: 'Every page',
    };
    const saved = await seller.request.put(`/api/v1${draft}`, {
      headers: { 'if-match': `"${version}"` },
      data: { ...content, details },
    });
    const { version: now } = (await saved.json()) as { version: number };
    await seller.request.put(`/api/v1${draft}/issue`, { headers: { 'if-match': `"${now}"` } });
    return draft;
  });
}

async function contract(page: Page, drafted: boolean): Promise<string> {
  const id = await beside(page, 'merchant', (buyer) => agreedDeal(page, buyer));
  if (drafted) await page.request.post(`/api/v1/deals/${id}/contracts`, { data: { language: 'en' } });
  return `/deals/${id}/contract`;
}

/** The demo fair, which the secretariat keeps. */
const fair = async (page: Page, suffix: string) =>
  `${await first(page, '/api/v1/gatherings?kind=fair', '/gatherings/')}${suffix}`;

/** The same as a guest sees it: registered the first time, and approved by the secretariat. */
async function guestAt(page: Page, suffix: string): Promise<string> {
  const address = await fair(page, '');
  const id = address.slice('/gatherings/'.length);
  await page.request.post(`/api/v1/gatherings/${id}/registrations`, { data: { person: 'Every page' } });
  const own = await page.request.get(`/api/v1/gathering-registrations?gathering=${id}`);
  const [registration] = ((await own.json()) as { items: { id: string }[] }).items;
  await beside(page, 'secretariat', (desk) =>
    desk.request.post(`/api/v1/gathering-registrations/${registration!.id}/answer`, {
      data: { answer: 'approved' },
    }),
  );
  return `${address}${suffix}`;
}

/** Some merchant who isn't the reader. */
const partner = (page: Page, prefix: string) => first(page, '/api/v1/members?kind=merchant&limit=1', prefix);

/** A deal with an offer, opened the first time it is asked for; the secretariat reads the newest of all. */
async function deal(page: Page, suffix: string): Promise<string> {
  const found = await page.request.get('/api/v1/deals?show=open&stage=offer&sort=newest&limit=1');
  const { items } = (await found.json()) as { items: { id: string }[] };
  if (items[0]) return `/deals/${items[0].id}${suffix}`;
  const made = await page.request.post('/api/v1/deals', {
    data: {
      kind: 'purchase',
      title: 'Every page: doubanjiang',
      market: 'HU',
      withOrganisation: await partner(page, ''),
      ours: 'seller',
      message: '500 jars a month',
    },
  });
  const { id } = (await made.json()) as { id: string };
  const line = { description: 'Doubanjiang 500 g', quantity: 500, unit: 'H87', unitPrice: 199 };
  await page.request.post(`/api/v1/deals/${id}/offers`, {
    data: {
      lines: [line],
      currency: 'EUR',
      incoterm: 'DAP',
      place: 'Budapest',
      payment: '30 % in advance',
      expiresOn: '2099-12-31',
    },
  });
  return `/deals/${id}${suffix}`;
}

import type { APIResponse, Page } from '@playwright/test';

/** A deal that the seller's and the buyer's page have agreed on over the API. @returns its id */
export async function agreedDeal(seller: Page, buyer: Page): Promise<string> {
  const made = async <T>(answer: Promise<APIResponse>): Promise<T> => {
    const found = await answer;
    if (!found.ok()) throw new Error(`${found.url()}: ${found.status()} ${await found.text()}`);
    return (await found.json()) as T;
  };
  const ours = await made<{ organisationId: string }>(buyer.request.get('/api/v1/me'));
  const theirs = await made<{ organisationId: string }>(seller.request.get('/api/v1/me'));
  if (ours.organisationId === theirs.organisationId) throw new Error('one organisation on both sides');
  const { id } = await made<{ id: string }>(
    buyer.request.post('/api/v1/deals', {
      data: {
        kind: 'purchase',
        title: 'Doubanjiang',
        market: 'HU',
        withOrganisation: theirs.organisationId,
        ours: 'buyer',
        message: 'We would like some.',
      },
    }),
  );
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await made(
    seller.request.post(`/api/v1/deals/${id}/offers`, {
      data: {
        lines: [
          { description: 'Doubanjiang 500 g', hs6: '210390', quantity: 1200, unit: 'H87', unitPrice: 199 },
        ],
        currency: 'EUR',
        incoterm: 'DAP',
        place: 'Budapest',
        payment: '30 % in advance, the rest on arrival',
        delivery: { earliest: day(30), latest: day(60) },
        expiresOn: day(10),
      },
    }),
  );
  await made(buyer.request.post(`/api/v1/deals/${id}/offers/1/accept`));
  return id;
}

import * as contract from '@jiechuan/contract';
import { sql } from 'kysely';
import type { TestApp } from '../../../platform/testing/app.ts';
import { addDays, today } from '../../../platform/today.ts';
import type { Maker } from '../../catalogue/testing/goods.ts';
import { signed } from '../../deals/testing/signed.ts';

interface Order {
  kind?: contract.Deal['kind'];
  market?: string;
  currency?: string;
  /** Lines beside their defaults. */
  lines?: Partial<contract.OfferLine>[];
  /** How far it goes. */
  to?: 'signed' | 'effective' | 'paid';
  /** The day its entries are moved to, as if it had come about then. */
  on?: string;
}

/** A deal between two members that goes as far as told, with all that is entered on the way. @returns its id */
export async function order(app: TestApp, seller: Maker, buyer: Maker, over: Order = {}): Promise<string> {
  const { kind = 'purchase', market = 'HU', currency = 'EUR', lines = [{}], to = 'effective' } = over;
  const { id } = await app.as(buyer).call(contract.openDeal, {
    body: {
      kind,
      title: 'Doubanjiang',
      market: 'HU',
      withOrganisation: seller.organisationId,
      ours: 'buyer',
      message: 'Some, please',
    },
  });
  // Markets that nothing is known of can't be chosen; a ledger may hold them all the same.
  await sql`update deal set market = ${market} where id = ${id}`.execute(app.ground.db);
  await app.as(seller).call(contract.makeOffer, {
    params: { id },
    body: {
      lines: lines.map((line) => ({
        description: 'Doubanjiang',
        hs6: '210390',
        quantity: 1000,
        unit: 'H87' as const,
        unitPrice: 199,
        ...line,
      })),
      currency,
      incoterm: 'DAP',
      place: 'Budapest',
      payment: 'In advance',
      expiresOn: addDays(today(), 5),
    },
  });
  await app.as(buyer).call(contract.acceptOffer, { params: { id, number: 1 } });
  await signed(app, seller, id);
  if (to !== 'signed')
    await app.as(seller).call(contract.markEffective, { params: { id }, body: { evidence: 'Deposit' } });
  if (to === 'paid') {
    await app.as(seller).call(contract.markShipped, { params: { id }, body: { evidence: 'On its way' } });
    const { amount } = await app.as(seller).call(contract.getDeal, { params: { id } });
    await app.as(seller).call(contract.recordPayment, {
      params: { id },
      body: { amount: amount!.amount, receivedOn: today(), evidence: 'Transfer' },
    });
  }
  if (over.on !== undefined)
    await sql`update deal_ledger set at = (${over.on} || ' 12:00 +08')::timestamptz where deal_id = ${id}`.execute(
      app.ground.db,
    );
  return id;
}

import type { Db } from '../../../platform/db/database.ts';
import { countryOf, namesOf, registerOf } from '../../members/index.ts';
import type { DealRow } from '../tables.ts';
import type { DocumentParty } from './document.ts';

/** The two parties of a deal as its papers name them. */
export async function partiesOf(
  trx: Db,
  deal: DealRow,
): Promise<{ seller: DocumentParty; buyer: DocumentParty }> {
  const names = await namesOf(trx, [deal.seller_id, deal.buyer_id]);
  const party = async (id: string): Promise<DocumentParty> => ({
    names: names.get(id) ?? {},
    country: (await countryOf(trx, id)) ?? deal.market,
    register: await registerOf(trx, id),
  });
  return { seller: await party(deal.seller_id), buyer: await party(deal.buyer_id) };
}

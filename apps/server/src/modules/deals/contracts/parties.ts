import type { Db } from '../../../platform/db/database.ts';
import { countriesOf, namesOf, registerOf } from '../../members/index.ts';
import type { DealRow } from '../tables.ts';
import type { DocumentParty } from './document.ts';

/** The two parties of a deal as its papers name them, whatever has become of their membership. */
export async function partiesOf(
  trx: Db,
  deal: DealRow,
): Promise<{ seller: DocumentParty; buyer: DocumentParty }> {
  const ids = [deal.seller_id, deal.buyer_id];
  const names = await namesOf(trx, ids);
  const countries = await countriesOf(trx, ids);
  const party = async (id: string): Promise<DocumentParty> => ({
    names: names.get(id) ?? {},
    country: countries.get(id) ?? deal.market,
    register: await registerOf(trx, id),
  });
  return { seller: await party(deal.seller_id), buyer: await party(deal.buyer_id) };
}

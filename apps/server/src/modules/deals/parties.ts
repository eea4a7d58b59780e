import type { DealCard } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { countriesOf, namesOf } from '../members/index.ts';

/** How parties are named, whatever has become of their membership: a deal outlives it. */
export async function partiesOf(
  trx: Db,
  ids: readonly string[],
): Promise<(id: string) => DealCard['seller']> {
  const some = [...new Set(ids)];
  const names = await namesOf(trx, some);
  const countries = await countriesOf(trx, some);
  return (id) => ({ id, names: names.get(id) ?? {}, country: countries.get(id) ?? 'CN' });
}

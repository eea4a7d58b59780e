import type { HubKind } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { freight, type HubRow } from './tables.ts';

/** Prefectures of Sichuan and counties of Chongqing by the start of their GB/T 2260 code; the longest that fits counts. */
const hubByDivision: Readonly<Record<string, string>> = {
  '5101': 'chengdu',
  '5103': 'zigong',
  '5104': 'panzhihua',
  '5105': 'luzhou',
  '5106': 'deyang',
  '5107': 'mianyang',
  '5108': 'guangyuan',
  '5109': 'suining',
  '5110': 'neijiang',
  '5111': 'leshan',
  '5113': 'nanchong',
  '5114': 'meishan',
  '5115': 'yibin',
  '5116': 'guangan',
  '5117': 'dazhou',
  '5118': 'yaan',
  '5119': 'bazhong',
  '5120': 'ziyang',
  '5132': 'aba',
  '5133': 'garze',
  '5134': 'liangshan',
  '51': 'chengdu',
  '500101': 'wanzhou',
  '500102': 'fuling',
  '50': 'chongqing',
};

/** The key of the city hub where goods of a division of the two regions begin their way; null beyond them. */
export function cityOfDivision(code: string): string | null {
  for (const length of [6, 4, 2]) {
    const found = hubByDivision[code.slice(0, length)];
    if (code.length >= length && found !== undefined) return found;
  }
  return null;
}

export interface FoundHub {
  id: string;
  code: string;
  names: Record<string, string>;
  kind: HubKind;
  country: string;
}

/**
 * The active hub that somebody means: by its key, by an airport's IATA code, by UN/LOCODE (a city before its terminals),
 * or by the GB/T 2260 code of a place in Sichuan or Chongqing.
 */
export async function hubFor(
  trx: Db,
  where: { code: string } | { iata: string } | { unlocode: string } | { division: string },
): Promise<FoundHub | null> {
  let query = freight(trx)
    .selectFrom('freight_hub')
    .select(['id', 'code', 'names', 'kind', 'country'])
    .where('state', '=', 'active');
  if ('iata' in where) query = query.where('iata', '=', where.iata);
  else if ('unlocode' in where)
    query = query.where('unlocode', '=', where.unlocode).orderBy((order) => order('kind', '<>', 'city'));
  else {
    const code = 'division' in where ? cityOfDivision(where.division) : where.code;
    if (code === null) return null;
    query = query.where('code', '=', code);
  }
  return ((await query.orderBy('code').limit(1).executeTakeFirst()) as HubRow | undefined) ?? null;
}

/** The cities of a country that goods can be brought to, the one where most services arrive first, at most 100. */
export const cityHubsOf = (trx: Db, country: string): Promise<FoundHub[]> =>
  freight(trx)
    .selectFrom('freight_hub')
    .select(['id', 'code', 'names', 'kind', 'country'])
    .where('country', '=', country)
    .where('kind', '=', 'city')
    .where('state', '=', 'active')
    .orderBy(
      sql`(select count(*) from freight_service where to_hub_id = freight_hub.id and state = 'active')`,
      'desc',
    )
    .orderBy('code')
    .limit(100)
    .execute();

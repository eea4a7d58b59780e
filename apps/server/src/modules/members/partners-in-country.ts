import type { MemberKind, ResourceKind, TemperatureClass } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Texts } from './tables.ts';

export interface PartnersInCountry {
  /** Associations, merchants, providers and posts there, who lends most first; at most `limit`. */
  items: { id: string; names: Texts; kind: MemberKind; offers: ResourceKind[] }[];
  total: number;
  /** What admitted members anywhere lend there. */
  resources: { kind: ResourceKind; temperatureClass: TemperatureClass | null; count: number }[];
}

/** Admitted members in a country who could sell for others, and what there is to be lent. @param country ISO 3166-1 */
export async function partnersInCountry(db: Db, country: string, limit: number): Promise<PartnersInCountry> {
  const there = sql`state = 'admitted' and country = ${country} and kind in ('association', 'merchant', 'provider', 'post')`;
  const { rows: items } = await sql<PartnersInCountry['items'][number]>`
    select id, names, kind, resource_kinds as offers from organisation where ${there}
    order by cardinality(resource_kinds) desc, id limit ${limit}`.execute(db);
  const { rows: totals } = await sql<{
    n: number;
  }>`select count(*) as n from organisation where ${there}`.execute(db);
  const { rows: resources } = await sql<PartnersInCountry['resources'][number]>`
    select r.kind, r.temperature_class as "temperatureClass", count(*) as count
    from resource r join organisation o on o.id = r.organisation_id
    where o.state = 'admitted' and r.country = ${country}
    group by 1, 2 order by 1, 2`.execute(db);
  return { items, total: totals[0]!.n, resources };
}

import type { Continent, MemberKind, ResourceKind, TemperatureClass } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { members } from './tables.ts';

/** Admitted organisations by kind and country. */
export const countByKindAndCountry = (
  trx: Db,
): Promise<{ kind: MemberKind; continent: Continent; country: string; count: number }[]> =>
  members(trx)
    .selectFrom('organisation')
    .select(['kind', 'continent', 'country'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'admitted')
    .groupBy(['kind', 'continent', 'country'])
    .execute();

/** What admitted organisations offer, by kind and temperature class. */
export const countResourcesByKind = (
  trx: Db,
): Promise<{ kind: ResourceKind; temperature_class: TemperatureClass | null; count: number }[]> =>
  members(trx)
    .selectFrom('resource')
    .innerJoin('organisation', 'organisation.id', 'resource.organisation_id')
    .select(['resource.kind', 'resource.temperature_class'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('organisation.state', '=', 'admitted')
    .groupBy(['resource.kind', 'resource.temperature_class'])
    .execute();

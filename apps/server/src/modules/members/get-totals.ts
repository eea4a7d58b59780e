import {
  continents,
  memberKinds,
  resourceKinds,
  temperatureClasses,
  type getAllianceTotals as endpoint,
  type ResponseOf,
} from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { countByKindAndCountry, countResourcesByKind } from './totals.sql.ts';

/** The alliance's goal: a thousand enterprises. */
export const enterpriseTarget = 1000;

/** The alliance in numbers, from live rows; names every continent that has no member, or no association, yet. */
export async function getTotals(trx: Db): Promise<ResponseOf<typeof endpoint>> {
  const rows = await countByKindAndCountry(trx);
  const resources = await countResourcesByKind(trx);
  const count = (keep: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(keep).reduce((sum, row) => sum + row.count, 0);
  const byContinent = continents.map((continent) => ({
    continent,
    count: count((row) => row.continent === continent),
    associations: count((row) => row.continent === continent && row.kind === 'association'),
  }));
  const countries = new Map(rows.map(({ country, continent }) => [country, continent]));
  return {
    enterprises: { count: count(({ kind }) => kind === 'enterprise'), target: enterpriseTarget },
    members: count(() => true),
    countries: countries.size,
    byKind: memberKinds.map((kind) => ({ kind, count: count((row) => row.kind === kind) })),
    byContinent,
    byCountry: [...countries]
      .map(([country, continent]) => ({
        country,
        continent,
        count: count((row) => row.country === country),
      }))
      .toSorted((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1)),
    resources: resourceKinds.map((kind) => ({
      kind,
      count: resources.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0),
    })),
    temperatureClasses: temperatureClasses.map((temperatureClass) => ({
      temperatureClass,
      count: resources
        .filter((row) => row.temperature_class === temperatureClass)
        .reduce((sum, row) => sum + row.count, 0),
    })),
    continentsWithoutMember: byContinent.filter((one) => one.count === 0).map(({ continent }) => continent),
    continentsWithoutAssociation: byContinent
      .filter((one) => one.associations === 0)
      .map(({ continent }) => continent),
  };
}

import type { applyForMembership, BodyOf, updateOrganisation } from '@jiechuan/contract';
import type { Insertable, Updateable } from 'kysely';
import { Problem } from '../../platform/errors.ts';
import { continentOf, isPlace } from './places.ts';
import { membersProblems } from './problems.ts';
import type { OrganisationTable } from './tables.ts';

type WholeProfile = Omit<BodyOf<typeof applyForMembership>, 'kind' | 'answers' | 'evidence'>;
type ProfileChange = BodyOf<typeof updateOrganisation> & { country: string };

/**
 * The columns of a whole profile; the continent is derived from the country.
 * @throws Problem members.countryUnknown, members.placeUnknown
 */
export const wholeProfileColumns = (profile: WholeProfile) =>
  ({
    credit_code: profile.creditCode,
    registration_number: profile.registrationNumber,
    ...whereColumns(profile.country, profile.place),
    place_code: profile.place.code,
    city: profile.place.city,
    names: JSON.stringify(profile.names),
    descriptions: JSON.stringify(profile.descriptions),
    website: profile.website,
    founded_year: profile.foundedYear,
    employees: profile.employees,
    export_licence: profile.exportLicence,
    languages: [...new Set(profile.languages)],
    tags: [...new Set(profile.tags)],
    region: [...new Set(profile.region)],
    contact: JSON.stringify(profile.contact),
  }) satisfies Partial<Insertable<OrganisationTable>>;

/**
 * The columns of what an edit names; the rest stays.
 * @throws Problem members.countryUnknown, members.placeUnknown
 */
export const changedProfileColumns = (change: ProfileChange) =>
  ({
    ...whereColumns(change.country, change.place),
    ...(change.place && { place_code: change.place.code, city: change.place.city }),
    names: change.names && JSON.stringify(change.names),
    descriptions: change.descriptions && JSON.stringify(change.descriptions),
    registration_number: change.registrationNumber,
    website: change.website,
    founded_year: change.foundedYear,
    employees: change.employees,
    export_licence: change.exportLicence,
    languages: change.languages && [...new Set(change.languages)],
    tags: change.tags && [...new Set(change.tags)],
    region: change.region && [...new Set(change.region)],
    contact: change.contact && JSON.stringify(change.contact),
  }) satisfies Updateable<OrganisationTable>;

function whereColumns(country: string, place: { code: string | null } | undefined) {
  const continent = continentOf(country);
  if (!continent) throw new Problem(membersProblems.countryUnknown, { country });
  if (place?.code && (country !== 'CN' || !isPlace(place.code))) {
    throw new Problem(membersProblems.placeUnknown, { place: place.code, country });
  }
  return { country, continent };
}

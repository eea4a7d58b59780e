import type {
  MemberProfile,
  MemberResource,
  OrganisationAlias,
  OrganisationCard,
  OwnOrganisation,
} from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { CardRow, Organisation, Resource } from './organisation.sql.ts';
import { mayReadContact } from './policy.ts';
import type { AliasRow } from './tables.ts';

export const presentCard = (row: CardRow): OrganisationCard => ({
  id: row.id,
  kind: row.kind,
  names: row.names,
  country: row.country,
  continent: row.continent,
  place: { code: row.place_code, city: row.city },
  tags: row.tags as OrganisationCard['tags'],
  languages: row.languages,
  resourceKinds: row.resource_kinds,
  logoFileId: row.logo_file_id,
  demo: row.demo,
  admittedAt: row.admitted_at?.toISOString() ?? null,
});

export const presentAlias = (row: AliasRow): OrganisationAlias => ({
  id: row.id,
  text: row.text,
  about: row.about,
  kind: row.kind,
  language: row.language,
  source: row.source,
  quote: row.quote,
});

export const presentResource = (row: Resource, actor: Actor): MemberResource => ({
  id: row.id,
  organisationId: row.organisation_id,
  kind: row.kind,
  country: row.country,
  city: row.city,
  capacity:
    row.capacity_amount === null
      ? null
      : {
          amount: row.capacity_amount,
          unit: row.capacity_unit as NonNullable<MemberResource['capacity']>['unit'],
        },
  temperatureClass: row.temperature_class,
  descriptions: row.descriptions,
  contact: mayReadContact(actor, row.organisation_id) ? row.contact : null,
  hasContact: row.contact !== null,
  demo: row.demo,
  version: row.version,
});

export interface HydratedOrganisation {
  organisation: Organisation;
  aliases: AliasRow[];
  resources: Resource[];
  associations: CardRow[];
  affiliateCount: number;
}

/** An organisation's page, its contacts only where the reader may see them. */
export const presentProfile = (found: HydratedOrganisation, actor: Actor): MemberProfile => {
  const row = found.organisation;
  return {
    ...presentCard(row),
    creditCode: row.credit_code,
    registrationNumber: row.registration_number,
    descriptions: row.descriptions,
    website: row.website,
    foundedYear: row.founded_year,
    employees: row.employees,
    exportLicence: row.export_licence,
    region: row.region,
    aliases: found.aliases.map(presentAlias),
    resources: found.resources.map((resource) => presentResource(resource, actor)),
    associations: found.associations.map(presentCard),
    affiliateCount: found.affiliateCount,
    contact: mayReadContact(actor, row.id) ? row.contact : null,
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
};

export const presentOwn = (found: HydratedOrganisation, actor: Actor): OwnOrganisation => ({
  ...presentProfile(found, actor),
  state: found.organisation.state,
});

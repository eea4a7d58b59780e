import type { OrganisationCard } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import type { Module } from '../../platform/module.ts';
import type { CreateOwner } from './apply-for-membership.ts';
import { createMemberSearch, type MemberSearch } from './member-search.ts';
import { membersMigrations } from './migrations/index.ts';
import { membersPolicy } from './policy.ts';
import { presentCard } from './present.ts';
import { mountMembers } from './routes.ts';
import { membersIntakes } from './take-files.ts';
import { admittedOf } from './standing.sql.ts';

/**
 * Organisations, admission, what members offer, the charter.
 * @param wiring.createOwner makes a person owner of an organisation where people are kept
 */
export function membersModule(wiring: { createOwner: CreateOwner }): Module & { search: MemberSearch } {
  const search = createMemberSearch();
  return {
    name: 'members',
    migrations: membersMigrations,
    policy: membersPolicy,
    intakes: membersIntakes,
    search,
    routes: (mount, ground) => mountMembers(mount, ground, wiring.createOwner, search),
    listen: ({ notifications }) => notifications.on('member_search', search.changed),
  };
}

export { createMemberSearch, type MemberSearch } from './member-search.ts';
export { membersMigrations } from './migrations/index.ts';
export { demoOrganisations, type DemoOrganisation } from './demo-organisations.ts';
export { insertDemoOrganisations } from './insert-demo-organisations.ts';
export { membersEvents, type OrganisationChanged, type OrganisationMoved } from './events.ts';
export { setUpSecretariat } from './set-up-secretariat.ts';
export { enterpriseTarget } from './get-totals.ts';
export { registerOf } from './register.sql.ts';
export { partnersInCountry, type PartnersInCountry } from './partners-in-country.ts';
export {
  type Addressee,
  addresseeOf,
  addresseesOf,
  countAdmittedEnterprises,
  countriesOf,
  countryOf,
  findEnterprise,
  languagesOf,
  membersIn,
  namesOf,
  organisationNames,
  roleOf,
  secretariats,
} from './standing.sql.ts';

/** Cards of the admitted organisations among these ids, by id. */
export async function organisationCards(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, OrganisationCard>> {
  return new Map((await admittedOf(db, ids)).map((row) => [row.id, presentCard(row)]));
}

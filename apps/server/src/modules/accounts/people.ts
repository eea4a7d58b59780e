import type { listPeople as listEndpoint, OrganisationPerson, ResponseOf } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import {
  deletePerson,
  findOpenInvitations,
  findPeople,
  lockPeople,
  savePersonRole,
  type Person,
  type PersonRole,
} from '../../platform/auth/index.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { accountsProblems } from './problems.ts';

const manages = (role: PersonRole | null): boolean => role === 'owner' || role === 'admin';

/** @throws Problem platform.notFound for who belongs to no organisation */
export async function listPeople(trx: Db, actor: Actor): Promise<ResponseOf<typeof listEndpoint>> {
  if (actor.organisationId === null) throw new Problem(problems.notFound);
  const people = await findPeople(trx, actor.organisationId);
  const invitations = await findOpenInvitations(trx, actor.organisationId);
  return {
    items: people.map((one) => present(one, actor)),
    invitations: invitations.map(({ id, email, role, expiresAt }) => ({
      id,
      email,
      role,
      expiresAt: expiresAt.toISOString(),
      expired: expiresAt <= new Date(),
    })),
    manages: manages(actor.organisationRole),
  };
}

/** @throws Problem platform.notFound, accounts.notYoursToManage, accounts.onlyOwnersMakeOwners, accounts.lastOwner */
export async function changePersonRole(
  trx: Db,
  actor: Actor,
  { id, role }: { id: string; role: PersonRole },
): Promise<OrganisationPerson> {
  const { people, self, person } = await among(trx, actor, id);
  if (!mayManage(self, person)) throw new Problem(accountsProblems.notYoursToManage);
  if (role === 'owner' && self.role !== 'owner') throw new Problem(accountsProblems.onlyOwnersMakeOwners);
  if (role === person.role) return present(person, actor);
  if (role !== 'owner') refuseLastOwner(people, person);
  await savePersonRole(trx, id, role);
  await recordAudit(trx, actor, {
    action: 'accounts.changePersonRole',
    subjectKind: 'person',
    subjectId: person.userId,
    before: { organisationId: actor.organisationId, role: person.role },
    after: { organisationId: actor.organisationId, role },
  });
  return present({ ...person, role }, actor);
}

/** Takes somebody out, or lets the actor leave. @throws Problem platform.notFound, accounts.notYoursToManage, accounts.lastOwner */
export async function removePerson(trx: Db, actor: Actor, id: string): Promise<undefined> {
  const { people, self, person } = await among(trx, actor, id);
  if (person !== self && !mayManage(self, person)) throw new Problem(accountsProblems.notYoursToManage);
  refuseLastOwner(people, person);
  await deletePerson(trx, id);
  await recordAudit(trx, actor, {
    action: 'accounts.removePerson',
    subjectKind: 'person',
    subjectId: person.userId,
    before: { organisationId: actor.organisationId, role: person.role },
    after: null,
  });
}

/** The organisation's people, locked; what the actor is among them is read anew, it may have changed since they signed in. */
async function among(
  trx: Db,
  actor: Actor,
  id: string,
): Promise<{ people: Person[]; self: Person; person: Person }> {
  const people = actor.organisationId === null ? [] : await lockPeople(trx, actor.organisationId);
  const self = people.find(({ userId }) => userId === actor.userId);
  const person = people.find((one) => one.id === id);
  if (!self || !person) throw new Problem(problems.notFound);
  return { people, self, person };
}

const mayManage = (self: Person, person: Person): boolean =>
  self.role === 'owner' || (self.role === 'admin' && person.role !== 'owner');

function refuseLastOwner(people: readonly Person[], person: Person): void {
  if (person.role === 'owner' && people.filter(({ role }) => role === 'owner').length === 1)
    throw new Problem(accountsProblems.lastOwner);
}

const present = ({ id, userId, name, email, role, since }: Person, actor: Actor): OrganisationPerson => ({
  id,
  name,
  email,
  role,
  since: since.toISOString(),
  you: userId === actor.userId,
});

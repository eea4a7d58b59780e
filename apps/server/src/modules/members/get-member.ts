import type { MemberProfile, OwnOrganisation } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import {
  affiliationsOf,
  aliasesOf,
  findOrganisation,
  resourcesOf,
  type Organisation,
} from './organisation.sql.ts';
import { presentOwn, presentProfile, type HydratedOrganisation } from './present.ts';
import { membersProblems } from './problems.ts';

/** Gathers what stands on an organisation's page. */
async function hydrate(trx: Db, organisation: Organisation): Promise<HydratedOrganisation> {
  const { id } = organisation;
  return {
    organisation,
    aliases: await aliasesOf(trx, id),
    resources: await resourcesOf(trx, id),
    ...(await affiliationsOf(trx, id)),
  };
}

/**
 * The public page of an admitted member; nobody sees another state through it.
 * @throws Problem platform.notFound
 */
export async function getMember(trx: Db, actor: Actor, id: string): Promise<MemberProfile> {
  const row = await findOrganisation(trx, id);
  if (row?.state !== 'admitted') throw new Problem(problems.notFound);
  return presentProfile(await hydrate(trx, row), actor);
}

/**
 * The organisation in any state, for its own people and the secretariat (the caller has asked the policy).
 * @throws Problem platform.notFound
 */
export async function readOwn(trx: Db, actor: Actor, id: string): Promise<OwnOrganisation> {
  const row = await findOrganisation(trx, id);
  if (!row) throw new Problem(problems.notFound);
  return presentOwn(await hydrate(trx, row), actor);
}

/** @throws Problem members.noOrganisation for somebody who hasn't applied yet */
export async function getMyOrganisation(trx: Db, actor: Actor): Promise<OwnOrganisation> {
  const row = actor.organisationId ? await findOrganisation(trx, actor.organisationId) : undefined;
  if (!row) throw new Problem(membersProblems.noOrganisation);
  return presentOwn(await hydrate(trx, row), actor);
}

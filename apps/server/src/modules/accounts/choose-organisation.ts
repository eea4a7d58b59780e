import type { listMyOrganisations as listEndpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../../platform/actor.ts';
import { findMemberships, type Auth } from '../../platform/auth/index.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readIdCursor } from '../../platform/http/typed-cursors.ts';
import { accountsProblems } from './problems.ts';

/** What organisations are called, by id, whatever their state: the members module knows. */
export type OrganisationNames = (
  db: Db,
  ids: readonly string[],
) => Promise<Map<string, Record<string, string>>>;

/** The organisations a person belongs to and which of them they act for. @throws Problem platform.signInFirst */
export async function listMyOrganisations(
  trx: Db,
  actor: Actor,
  { cursor, limit }: QueryOf<typeof listEndpoint>,
  namesOf: OrganisationNames,
): Promise<ResponseOf<typeof listEndpoint>> {
  if (actor.userId === null) throw new Problem(problems.signInFirst);
  const found = await findMemberships(trx, actor.userId, readIdCursor(cursor), limit + 1);
  const page = found.slice(0, limit);
  const names = await namesOf(
    trx,
    page.map(({ organisationId }) => organisationId),
  );
  return {
    items: page.map(({ organisationId, role }) => ({
      id: organisationId,
      names: names.get(organisationId) ?? {},
      role,
      acting: organisationId === actor.organisationId,
    })),
    nextCursor: found.length > limit ? writeCursor([page.at(-1)!.id]) : null,
  };
}

/**
 * From now on the session acts for another organisation of its person.
 * @throws Problem accounts.keyActsForOne when asked by an API key, platform.notFound for an organisation one
 * doesn't belong to; then it goes on acting for the one it did
 */
export async function chooseOrganisation(
  trx: Db,
  actor: Actor,
  input: { id: string; headers: IncomingHttpHeaders },
  auth: Auth,
): Promise<undefined> {
  if (actor.scopes !== null) throw new Problem(accountsProblems.keyActsForOne);
  if (!(await auth.actFor(trx, input.headers, input.id))) throw new Problem(problems.notFound);
}

import type {
  BodyOf,
  createApiKey as createEndpoint,
  listApiKeys as listEndpoint,
  ResponseOf,
} from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Auth } from '../../platform/auth/index.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems, type FieldProblem } from '../../platform/errors.ts';
import { accountsProblems } from './problems.ts';

const most = 20;

const personOf = (actor: Actor): string => {
  if (actor.userId === null) throw new Problem(problems.signInFirst);
  return actor.userId;
};

export const listApiKeys = async (
  trx: Db,
  actor: Actor,
  auth: Auth,
): Promise<ResponseOf<typeof listEndpoint>> => ({
  items: await auth.listApiKeys(trx, personOf(actor)),
});

/**
 * Makes a key that may do what its maker may, within its scopes.
 * @throws Problem accounts.keyMakesNoKeys when asked by a key, accounts.tooManyKeys, platform.invalid for scopes that
 * name no operation
 */
export async function createApiKey(
  trx: Db,
  actor: Actor,
  input: BodyOf<typeof createEndpoint>,
  { auth, operations }: { auth: Auth; operations: readonly string[] },
): Promise<ResponseOf<typeof createEndpoint>> {
  if (actor.scopes !== null) throw new Problem(accountsProblems.keyMakesNoKeys);
  refuseUnknownScopes(input.scopes, operations);
  const userId = personOf(actor);
  if ((await auth.listApiKeys(trx, userId)).length >= most)
    throw new Problem(accountsProblems.tooManyKeys, { most });
  const made = await auth.createApiKey(userId, { ...input, organisationId: actor.organisationId });
  await recordAudit(trx, actor, {
    action: 'accounts.createApiKey',
    subjectKind: 'api-key',
    subjectId: made.id,
    before: null,
    after: { name: input.name, scopes: input.scopes, expiresInDays: input.expiresInDays },
  });
  return made;
}

/** Refuses scopes that name no operation, each by name with those there are beside it. */
function refuseUnknownScopes(scopes: readonly string[], operations: readonly string[]): void {
  const areas = [...new Set(operations.map((operation) => `${operation.split('.')[0]}.*`))].toSorted();
  const fields = [...scopes.entries()].flatMap(([place, scope]): FieldProblem[] => {
    if (operations.includes(scope) || areas.includes(scope)) return [];
    const module = scope.split('.')[0]!;
    const path = `body.scopes.${place}`;
    if (!areas.includes(`${module}.*`))
      return [{ path, code: 'accounts.unknownScopeArea', params: { scope, scopes: areas.join(', ') } }];
    const of = operations.filter((operation) => operation.startsWith(`${module}.`)).toSorted();
    return [
      {
        path,
        code: 'accounts.unknownScope',
        params: { scope, module, scopes: [`${module}.*`, ...of].join(', ') },
      },
    ];
  });
  if (fields.length > 0) throw new Problem(problems.invalid, {}, fields);
}

/** @throws Problem platform.notFound for a key that isn't the actor's own */
export async function revokeApiKey(trx: Db, actor: Actor, id: string, auth: Auth): Promise<undefined> {
  if (!(await auth.revokeApiKey(trx, personOf(actor), id))) throw new Problem(problems.notFound);
  await recordAudit(trx, actor, {
    action: 'accounts.revokeApiKey',
    subjectKind: 'api-key',
    subjectId: id,
    before: { id },
    after: null,
  });
}

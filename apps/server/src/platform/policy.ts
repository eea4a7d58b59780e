import type { Actor, Role } from './actor.ts';
import { Problem, problems } from './errors.ts';

/**
 * One operation's rule. `all`: roles that may do it to anything. `own`: roles that may do it to
 * what belongs to their own organisation (or to themselves). `everyone` is every role.
 */
export interface Rule {
  readonly all?: readonly Role[] | 'everyone';
  readonly own?: readonly Role[] | 'everyone';
  /** Only owners and administrators of the organisation, not its ordinary members. */
  readonly ownersOnly?: boolean;
}

/** Operation → rule. An operation without a rule is refused to everybody. */
export type Policy = Readonly<Record<string, Rule>>;
export type Extent = 'all' | 'own' | 'none';

const includes = (list: readonly Role[] | 'everyone' | undefined, role: Role): boolean =>
  list === 'everyone' || (list?.includes(role) ?? false);

/** How far a role reaches with an operation. */
export function extentOf(policy: Policy, operation: string, role: Role): Extent {
  const rule = Object.hasOwn(policy, operation) ? policy[operation] : undefined;
  if (!rule) return 'none';
  if (includes(rule.all, role)) return 'all';
  return includes(rule.own, role) ? 'own' : 'none';
}

const inScope = (scopes: readonly string[] | null, operation: string): boolean =>
  scopes === null ||
  scopes.some(
    (scope) => scope === operation || (scope.endsWith('.*') && operation.startsWith(scope.slice(0, -1))),
  );

/**
 * Refuses unless the actor may do the operation at all; says how far.
 * @throws Problem platform.signInFirst for a visitor, platform.outOfScope for a narrow API key, platform.forbidden otherwise
 */
export function authorise(policy: Policy, actor: Actor, operation: string): 'all' | 'own' {
  const extent = extentOf(policy, operation, actor.role);
  if (extent === 'none')
    throw new Problem(actor.role === 'visitor' ? problems.signInFirst : problems.forbidden);
  if (!inScope(actor.scopes, operation)) throw new Problem(problems.outOfScope, { operation });
  if (extent === 'own' && policy[operation]?.ownersOnly && actor.organisationRole === 'member') {
    throw new Problem(problems.forbidden);
  }
  return extent;
}

/**
 * Refuses unless the actor may do the operation to this organisation's things.
 * Somebody else's id answers as if it did not exist (404), so that ids can't be probed.
 */
export function authoriseFor(policy: Policy, actor: Actor, operation: string, organisationId: string): void {
  if (authorise(policy, actor, operation) === 'all') return;
  if (actor.organisationId === null || actor.organisationId !== organisationId)
    throw new Problem(problems.notFound);
}

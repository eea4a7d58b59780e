import { expect, test } from 'vitest';
import { systemActor, type Actor, type Role } from './actor.ts';
import { authorise, authoriseFor, extentOf, type Policy } from './policy.ts';

const policy: Policy = {
  'jars.read': { all: 'everyone' },
  'jars.edit': { all: ['secretariat'], own: ['enterprise'], ownersOnly: true },
};
const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({ ...systemActor('test'), role, ...more });

test('an operation without a rule is refused to everybody, names of Object.prototype included', () => {
  for (const operation of ['jars.burn', 'constructor', 'toString', '__proto__'])
    expect(extentOf(policy, operation, 'secretariat')).toBe('none');
});

test('a role reaches all, its own, or nothing', () => {
  expect(authorise(policy, actor('secretariat'), 'jars.edit')).toBe('all');
  expect(authorise(policy, actor('enterprise', { organisationRole: 'owner' }), 'jars.edit')).toBe('own');
  expect(() => authorise(policy, actor('merchant'), 'jars.edit')).toThrow('platform.forbidden');
  expect(() => authorise(policy, actor('visitor'), 'jars.edit')).toThrow('platform.signInFirst');
  expect(() => authorise(policy, actor('enterprise', { organisationRole: 'member' }), 'jars.edit')).toThrow(
    'platform.forbidden',
  );
});

test('what belongs to somebody else answers as if it did not exist', () => {
  const mine = actor('enterprise', { organisationId: 'a', organisationRole: 'owner' });
  expect(() => authoriseFor(policy, mine, 'jars.edit', 'a')).not.toThrow();
  expect(() => authoriseFor(policy, mine, 'jars.edit', 'b')).toThrow('platform.notFound');
  expect(() =>
    authoriseFor(
      policy,
      actor('enterprise', { organisationId: null, organisationRole: 'owner' }),
      'jars.edit',
      'b',
    ),
  ).toThrow('platform.notFound');
});

test('a scope names one operation or a whole module, nothing wider', () => {
  const scoped =
    (...scopes: string[]) =>
    () =>
      authorise(policy, actor('secretariat', { scopes }), 'jars.edit');
  expect(scoped('jars.edit')).not.toThrow();
  expect(scoped('jars.*')).not.toThrow();
  expect(scoped('jars.read', 'jar.*', '*', 'j*')).toThrow('platform.outOfScope');
  expect(scoped()).toThrow('platform.outOfScope');
});

import { applyForMembership, creditCodeCheckDigit, reviewApplication } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor, Role } from '../../../platform/actor.ts';
import type { TestApp } from '../../../platform/testing/app.ts';

export type Caller = Partial<Actor> & { role: Role };
export const secretariat: Caller = { role: 'secretariat', userId: 'desk', userName: 'Desk One' };

let counter = 0;

/** An admitted member of a country, and one of its people. Enterprises sit in China, merchants elsewhere. */
export async function member(
  app: TestApp,
  country: string,
  name: string,
): Promise<Caller & { organisationId: string }> {
  const userId = `member-${v7()}`;
  const atHome = country === 'CN';
  const body = `91511000MA9${String(++counter).padStart(6, '0')}`;
  const { id, organisation } = await app
    .as({ role: 'user', userId, userName: `${name}’s person` })
    .call(applyForMembership, {
      body: {
        kind: atHome ? 'enterprise' : 'merchant',
        creditCode: atHome ? body + creditCodeCheckDigit(body)! : null,
        country,
        names: { en: name },
        contact: { person: `${name}’s person`, email: `${userId}@example.org`, phone: null },
        answers: { purpose: 'Trade', offer: 'Goods' },
      },
    });
  await app
    .as(secretariat)
    .call(reviewApplication, { params: { id }, body: { decision: 'admit', reason: 'Complete' } });
  return {
    role: atHome ? 'enterprise' : 'merchant',
    userId,
    userName: `${name}’s person`,
    organisationId: organisation.id,
    organisationRole: 'owner',
  };
}

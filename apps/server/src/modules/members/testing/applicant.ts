import {
  applyForMembership,
  creditCodeCheckDigit,
  reviewApplication,
  type Application,
  type InputOf,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor, Role } from '../../../platform/actor.ts';
import type { TestApp } from '../../../platform/testing/app.ts';

type Caller = Partial<Actor> & { role: Role };
type Input = InputOf<typeof applyForMembership>['body'];

export const secretariat: Caller = { role: 'secretariat', userId: 'sec-1', userName: 'Desk One' };

let counter = 0;

/** A valid credit code never used before in this run: company, Neijiang. */
export function freshCreditCode(): string {
  const body = `91511000MA6${String(++counter).padStart(6, '0')}`;
  return body + creditCodeCheckDigit(body)!;
}

/** An enterprise's application, complete and valid; `change` says what is different. */
export const enterpriseInput = (change: Partial<Input> = {}): Input => ({
  kind: 'enterprise',
  creditCode: freshCreditCode(),
  country: 'CN',
  names: { 'zh-CN': '示范酱园', en: 'Demo Sauce Works' },
  contact: { person: 'Demo Person', email: 'desk@example.org', phone: '+86 832 555 0100' },
  answers: { purpose: 'To sell abroad', offer: 'Chilli bean paste' },
  ...change,
});

/** A signed-in person who has no organisation yet. */
export const newcomer = (): Caller => ({ role: 'user', userId: `user-${v7()}`, userName: 'New Comer' });

/** Applies in a newcomer's name; the caller returned acts for the organisation from now on. */
export async function applied(
  app: TestApp,
  change: Partial<Input> = {},
): Promise<{ application: Application; owner: Caller; id: string }> {
  const person = newcomer();
  const application = await app.as(person).call(applyForMembership, { body: enterpriseInput(change) });
  const { id } = application.organisation;
  const owner = { ...person, organisationId: id, organisationRole: 'owner' as const };
  return { application, owner, id };
}

/** An organisation that has been admitted, and its owner in the role of its kind. */
export async function admitted(
  app: TestApp,
  change: Partial<Input> = {},
): Promise<{ application: Application; owner: Caller; id: string }> {
  const { application, owner, id } = await applied(app, change);
  await app.as(secretariat).call(reviewApplication, {
    params: { id: application.id },
    body: { decision: 'admit', reason: 'Complete' },
  });
  return { application, owner: { ...owner, role: application.organisation.kind }, id };
}

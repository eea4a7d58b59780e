import type { TestApp } from '../../../platform/testing/app.ts';
import type { Actor } from '../../../platform/actor.ts';
import { advanceDeal } from '../move-deal.ts';

/** Takes an agreed deal through contract and signatures, as contracts do once both have signed. */
export async function signed(
  app: TestApp,
  who: Pick<Actor, 'role' | 'userId' | 'userName' | 'organisationId' | 'organisationRole'>,
  dealId: string,
): Promise<void> {
  const actor: Actor = { ...who, scopes: null, language: 'en', ip: 'local', requestId: 'test' };
  for (const to of ['contract', 'signed'] as const)
    await app.ground.db
      .transaction()
      .execute((trx) => advanceDeal(trx, actor, { dealId, to, evidence: null }, app.ground.events));
}

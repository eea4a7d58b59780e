import { createHash, randomBytes } from 'node:crypto';
import type { BodyOf, listPlanShares, ResponseOf, sharePlan as endpoint } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { findPlan } from './plan.sql.ts';
import { plansProblems } from './problems.ts';
import { plans } from './tables.ts';
import { today } from '../../platform/today.ts';

const mostShares = 50;
/** What is kept of a link: enough to know it again, not to make it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes a link. @throws Problem platform.notFound, plans.expiryInThePast, plans.tooManyShares */
export async function sharePlan(
  trx: Db,
  actor: Actor,
  { id, audience, costs, expiresOn }: { id: string } & BodyOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  // Locked, so that two at once can't both be the fiftieth.
  await findPlan(trx, actor, 'plans.sharePlan', id, { lock: true });
  if (expiresOn < today()) throw new Problem(plansProblems.expiryInThePast, { date: expiresOn });
  const open = await openShares(trx, id);
  if (open.length >= mostShares) throw new Problem(plansProblems.tooManyShares, { most: mostShares });
  const token = randomBytes(32).toString('base64url');
  const share = { id: v7(), audience, costs, created_at: new Date(), by_name: actor.userName };
  await plans(trx)
    .insertInto('plan_share')
    .values({ ...share, plan_id: id, token_hash: hashToken(token), expires_on: expiresOn })
    .execute();
  await recordAudit(trx, actor, {
    action: 'plans.sharePlan',
    subjectKind: 'plan',
    subjectId: id,
    before: null,
    after: { share: share.id, audience, costs, expiresOn },
  });
  return present({ ...share, expires_on: expiresOn }, token);
}

/** @throws Problem platform.notFound */
export async function listShares(
  trx: Db,
  actor: Actor,
  { id }: { id: string },
): Promise<ResponseOf<typeof listPlanShares>> {
  await findPlan(trx, actor, 'plans.listPlanShares', id);
  return { items: (await openShares(trx, id)).map((row) => present(row)) };
}

/** Closes a link for good. @throws Problem platform.notFound */
export async function unsharePlan(
  trx: Db,
  actor: Actor,
  { id, shareId }: { id: string; shareId: string },
): Promise<void> {
  await findPlan(trx, actor, 'plans.unsharePlan', id);
  const gone = await plans(trx)
    .deleteFrom('plan_share')
    .where('plan_id', '=', id)
    .where('id', '=', shareId)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new Problem(problems.notFound);
  await recordAudit(trx, actor, {
    action: 'plans.unsharePlan',
    subjectKind: 'plan',
    subjectId: id,
    before: { share: shareId },
    after: null,
  });
}

const openShares = (trx: Db, planId: string) =>
  plans(trx)
    .selectFrom('plan_share')
    .select(['id', 'audience', 'costs', 'expires_on', 'created_at', 'by_name'])
    .where('plan_id', '=', planId)
    .where('expires_on', '>=', today())
    .orderBy('id', 'desc')
    .limit(mostShares)
    .execute();

function present(
  row: Awaited<ReturnType<typeof openShares>>[number],
): ResponseOf<typeof listPlanShares>['items'][number];
function present(
  row: Awaited<ReturnType<typeof openShares>>[number],
  token: string,
): ResponseOf<typeof endpoint>;
function present(row: Awaited<ReturnType<typeof openShares>>[number], token?: string): object {
  return {
    id: row.id,
    audience: row.audience,
    costs: row.costs,
    expiresOn: row.expires_on,
    createdAt: row.created_at.toISOString(),
    by: row.by_name,
    ...(token !== undefined && { token }),
  };
}

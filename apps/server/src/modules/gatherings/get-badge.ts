import type { getBadge as endpoint, ResponseOf } from '@jiechuan/contract';
import { renderSVG } from 'uqr';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { presentOwn } from './present.ts';
import { gatheringsProblems } from './problems.ts';
import { findOwn } from './registration.sql.ts';

/** The badge of the actor's own registration. @throws Problem platform.notFound, gatherings.notApproved */
export async function getBadge(trx: Db, actor: Actor, id: string): Promise<ResponseOf<typeof endpoint>> {
  const row = await findOwn(trx, actor, id);
  if (row.state !== 'approved') throw new Problem(gatheringsProblems.notApproved);
  const [registration] = await presentOwn(trx, [row]);
  return {
    registration: registration!,
    code: row.code,
    qr: renderSVG(row.code, { ecc: 'M', border: 2 }),
  };
}

import type { BodyOf, createHub as endpoint, Hub } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { continentOf } from '../../platform/geography/index.ts';
import { hubColumns } from './columns.ts';
import { insertHub } from './hub.sql.ts';
import { presentHub } from './present.ts';
import { freightProblems } from './problems.ts';

/** @throws Problem freight.countryUnknown, freight.codeTaken */
export async function createHub(trx: Db, actor: Actor, body: BodyOf<typeof endpoint>): Promise<Hub> {
  refuseUnknownCountry(body.country);
  const { code, ...fields } = body;
  const row = await insertHub(trx, {
    id: v7(),
    code,
    ...hubColumns(code, fields),
    shipped: null,
    edited: true,
  });
  const added = presentHub(row);
  await recordAudit(trx, actor, {
    action: 'freight.createHub',
    subjectKind: 'freightHub',
    subjectId: row.id,
    before: null,
    after: added,
  });
  return added;
}

/** @throws Problem freight.countryUnknown */
export function refuseUnknownCountry(country: string): void {
  if (!continentOf(country)) throw new Problem(freightProblems.countryUnknown, { country });
}

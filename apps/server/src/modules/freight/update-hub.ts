import type { BodyOf, Hub, updateHub as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { hubColumns } from './columns.ts';
import { refuseUnknownCountry } from './create-hub.ts';
import { changeHub, lockHub } from './hub.sql.ts';
import { presentHub } from './present.ts';
import { difference, refuseStale } from './stale.ts';

/**
 * Edits or retires a hub; from then on it no longer follows the shipped facts.
 * @throws Problem platform.notFound, platform.staleVersion, freight.countryUnknown
 */
export async function updateHub(
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
): Promise<Hub> {
  const row = await lockHub(trx, input.id);
  refuseStale(row, input.expectedVersion);
  const before = presentHub(row);
  const { state = before.state, ...change } = input.change;
  const fields = { ...before, ...change };
  refuseUnknownCountry(fields.country);
  const after = presentHub(
    await changeHub(trx, row.id, {
      ...hubColumns(row.code, fields),
      state,
      edited: true,
      version: row.version + 1,
    }),
  );
  await recordAudit(trx, actor, {
    action: 'freight.updateHub',
    subjectKind: 'freightHub',
    subjectId: row.id,
    ...difference(before, after),
  });
  return after;
}

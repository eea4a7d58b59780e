import type { BodyOf, Ceremony, CeremonyInput, moveCeremony as endpoint } from '@jiechuan/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { lockCeremony } from './ceremony.sql.ts';
import { presentBrief, presentCeremony } from './present.ts';
import { ceremoniesProblems } from './problems.ts';
import { saveSlot, settle, slotsOf } from './slot.sql.ts';
import { waits } from './standing.ts';
import { ceremonies, type CeremonyRow } from './tables.ts';

const columnsOf = ({ names, place, zone, startsAt, endsAt, agenda }: CeremonyInput) => ({
  names: JSON.stringify(names),
  place: JSON.stringify(place),
  zone,
  starts_at: new Date(startsAt),
  ends_at: new Date(endsAt),
  agenda: JSON.stringify(agenda),
});
const audited = (row: CeremonyRow) => ({ ...presentBrief(row), agenda: row.agenda });

/** Drafts a ceremony. */
export async function createCeremony(trx: Db, actor: Actor, input: CeremonyInput): Promise<Ceremony> {
  const row = await ceremonies(trx)
    .insertInto('ceremony')
    .values({ id: v7(), state: 'draft', ...columnsOf(input) })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'ceremonies.createCeremony',
    subjectKind: 'ceremony',
    subjectId: row.id,
    before: null,
    after: audited(row),
  });
  return presentCeremony(trx, row);
}

/** @throws Problem platform.notFound, platform.staleVersion, ceremonies.closed */
export async function updateCeremony(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, ...input }: CeremonyInput & { id: string; expectedVersion: number },
): Promise<Ceremony> {
  const row = await toChange(trx, actor, id, expectedVersion);
  if (row.state === 'closed') throw new Problem(ceremoniesProblems.closed);
  return save(trx, actor, row, 'ceremonies.updateCeremony', columnsOf(input));
}

/** Which state may follow which; an announced ceremony that doesn't take place is closed unopened. */
const next: Record<CeremonyRow['state'], readonly CeremonyRow['state'][]> = {
  draft: ['announced'],
  announced: ['open', 'closed'],
  open: ['closed'],
  closed: [],
};

/**
 * Announces, opens or closes a ceremony. What waits when it closes was not signed there, and may go to another.
 * @throws Problem platform.notFound, platform.staleVersion, ceremonies.outOfOrder
 */
export async function moveCeremony(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, to }: BodyOf<typeof endpoint> & { id: string; expectedVersion: number },
): Promise<Ceremony> {
  const row = await toChange(trx, actor, id, expectedVersion);
  if (!next[row.state].includes(to)) throw new Problem(ceremoniesProblems.outOfOrder);
  if (to === 'closed')
    // Signatures under way are waited for: they were given before it closed.
    for (const slot of await settle(trx, await slotsOf(trx, id), { hold: true }))
      if (waits(slot.state))
        await saveSlot(trx, actor, slot, 'ceremonies.moveCeremony', { state: 'withdrawn' });
  return save(trx, actor, row, 'ceremonies.moveCeremony', { state: to });
}

async function toChange(trx: Db, actor: Actor, id: string, expectedVersion: number): Promise<CeremonyRow> {
  const row = await lockCeremony(trx, actor, id);
  if (row.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: row.version });
  return row;
}

async function save(
  trx: Db,
  actor: Actor,
  row: CeremonyRow,
  action: string,
  change: Partial<ReturnType<typeof columnsOf>> & { state?: CeremonyRow['state'] },
): Promise<Ceremony> {
  const saved = await ceremonies(trx)
    .updateTable('ceremony')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'ceremony',
    subjectId: row.id,
    before: audited(row),
    after: audited(saved),
  });
  return presentCeremony(trx, saved);
}

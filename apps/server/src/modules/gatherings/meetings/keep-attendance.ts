import type {
  Attendance,
  BodyOf,
  listAttendance as endpoint,
  QueryOf,
  ResponseOf,
  setAttendance as change,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readIdCursor } from '../../../platform/http/typed-cursors.ts';
import { namesOf } from '../../members/index.ts';
import { findKept, isOn, lockKept } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import { takesPart } from '../registration.sql.ts';
import { gatherings } from '../tables.ts';
import { attendanceOf, countMissing, type AttendanceRow } from './attendance.sql.ts';
import { slotsOf } from './slots.ts';

/** Who takes part in a gathering, with who has come. @throws Problem platform.notFound */
export async function listAttendance(
  trx: Db,
  actor: Actor,
  { id, show, cursor, limit }: { id: string } & QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  await findKept(trx, actor, id);
  const after = readIdCursor(cursor);
  const rows = await attendanceOf(trx, id, {
    ...(show && { show }),
    ...(after !== undefined && { after }),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  return {
    items: await present(trx, items),
    nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.organisation_id]) : null,
    missing: await countMissing(trx, id),
  };
}

/**
 * Notes for an organisation that it doesn't come, or in which slots it can't meet. Nobody is told before the schedule is
 * sought again and published; who is checked in afterwards comes after all.
 * @throws Problem platform.notFound, gatherings.notAnnounced, gatherings.notThere, gatherings.noSuchSlot
 */
export async function setAttendance(
  trx: Db,
  actor: Actor,
  { id, organisationId, absent, ...body }: { id: string; organisationId: string } & BodyOf<typeof change>,
): Promise<Attendance> {
  const gathering = await lockKept(trx, actor, id);
  if (!isOn(gathering)) throw new Problem(gatheringsProblems.notAnnounced);
  if (!(await takesPart(trx, id, organisationId))) throw new Problem(gatheringsProblems.notThere);
  const count = slotsOf(gathering.starts_at, gathering.matchmaking).length;
  const slots = [...new Set(body.slots)].toSorted((one, other) => one - other);
  if (slots.some((slot) => slot > count)) throw new Problem(gatheringsProblems.noSuchSlot, { count });
  const [before] = await attendanceOf(trx, id, { only: organisationId, limit: 1 });
  await gatherings(trx)
    .insertInto('gathering_unavailable')
    .values({ gathering_id: id, organisation_id: organisationId, slots, absent })
    .onConflict((conflict) =>
      conflict.columns(['gathering_id', 'organisation_id']).doUpdateSet({ slots, absent }),
    )
    .execute();
  await recordAudit(trx, actor, {
    action: 'gatherings.setAttendance',
    subjectKind: 'gathering',
    subjectId: id,
    before: { organisation: organisationId, absent: before!.absent, slots: before!.slots },
    after: { organisation: organisationId, absent, slots },
  });
  return (await present(trx, await attendanceOf(trx, id, { only: organisationId, limit: 1 })))[0]!;
}

async function present(trx: Db, rows: readonly AttendanceRow[]): Promise<Attendance[]> {
  const names = await namesOf(
    trx,
    rows.map((row) => row.organisation_id),
  );
  return rows.map((row) => ({
    organisation: { id: row.organisation_id, names: names.get(row.organisation_id) ?? {} },
    cameAt: row.came_at?.toISOString() ?? null,
    firstAt: row.first_at?.toISOString() ?? null,
    missing: row.missing,
    absent: row.absent,
    slots: row.slots,
  }));
}

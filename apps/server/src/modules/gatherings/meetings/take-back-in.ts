import type { BodyOf, MeetingSchedule, takeMeetingsBackIn as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { lockKept } from '../gathering.sql.ts';
import { toChange } from './board.ts';
import { pairKey, pairOf, saveSchedule } from './meeting.sql.ts';
import { presentSchedule } from './present-schedule.ts';

/**
 * Takes meetings back in that the host had left out: the next search heeds them like any other. What isn’t left out is none
 * the worse for it.
 * @throws Problem platform.notFound, platform.staleVersion, gatherings.notAnnounced, gatherings.solving
 */
export async function takeMeetingsBackIn(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, meetings }: { id: string; expectedVersion: number } & BodyOf<typeof endpoint>,
): Promise<MeetingSchedule> {
  const gathering = await lockKept(trx, actor, id);
  const schedule = await toChange(trx, gathering, expectedVersion);
  const { without } = schedule;
  const named = new Set(meetings.map(({ a, b }) => pairKey(pairOf(a, b))));
  const taken = without.filter((pair) => named.has(pairKey(pair)));
  if (taken.length === 0) return presentSchedule(trx, gathering, schedule);
  const saved = await saveSchedule(trx, id, {
    without: JSON.stringify(without.filter((pair) => !named.has(pairKey(pair)))),
    // It was found without them.
    remedy: null,
  });
  await recordAudit(trx, actor, {
    action: 'gatherings.takeMeetingsBackIn',
    subjectKind: 'gathering',
    subjectId: id,
    before: { without: taken },
    after: { without: [] },
  });
  return presentSchedule(trx, gathering, saved);
}

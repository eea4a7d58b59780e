import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import type { SheetRows } from '../../../platform/sheets/index.ts';
import { namesOf } from '../../members/index.ts';
import { findKept } from '../gathering.sql.ts';
import { meetingsOf } from './meeting.sql.ts';

const columns = ['startsAt', 'endsAt', 'zone', 'table', 'a', 'b'] as const;

/** The meetings that stand as a sheet, by the clocks of the place. @throws Problem platform.notFound */
export async function* scheduleSheet(trx: Db, actor: Actor, id: string): SheetRows {
  const { language } = actor;
  const { zone } = await findKept(trx, actor, id);
  yield columns.map((column) => message(language, `gatherings.sheet.${column}`));
  const meetings = (await meetingsOf(trx, id)).filter(({ state }) => state === 'planned');
  const names = await namesOf(
    trx,
    meetings.flatMap(({ a_id, b_id }) => [a_id, b_id]),
  );
  const clock = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  });
  for (const one of meetings)
    yield [
      clock.format(one.starts_at),
      clock.format(one.ends_at),
      zone,
      String(one.table_number),
      textIn(names.get(one.a_id) ?? {}, language),
      textIn(names.get(one.b_id) ?? {}, language),
    ];
}

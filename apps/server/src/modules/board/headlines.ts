import type { AnnouncedHeadline, announceHeadline as endpoint, BodyOf } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { board, type HeadlineRow } from './tables.ts';

const present = (row: HeadlineRow): AnnouncedHeadline => ({
  id: row.id,
  texts: row.texts,
  amount: row.amount,
  currency: row.currency,
  announcedOn: row.announced_on,
  source: row.source,
});

/** What was announced, the newest first; at most 50. */
export async function listHeadlines(db: Db): Promise<AnnouncedHeadline[]> {
  const rows = await board(db)
    .selectFrom('announced_headline')
    .selectAll()
    .orderBy('announced_on', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map(present);
}

/** Records a total that was announced: approximate, unitemised, and so in no sum of ours. */
export async function announceHeadline(
  trx: Db,
  actor: Actor,
  { texts, amount, currency, announcedOn, source }: BodyOf<typeof endpoint>,
): Promise<AnnouncedHeadline> {
  const row = await board(trx)
    .insertInto('announced_headline')
    .values({
      id: v7(),
      texts: JSON.stringify(texts),
      amount,
      currency,
      announced_on: announcedOn,
      source,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const headline = present(row);
  await recordAudit(trx, actor, {
    action: 'board.announceHeadline',
    subjectKind: 'headline',
    subjectId: row.id,
    before: null,
    after: headline,
  });
  return headline;
}

/** @throws Problem platform.notFound */
export async function removeHeadline(trx: Db, actor: Actor, id: string): Promise<void> {
  const row = await board(trx)
    .deleteFrom('announced_headline')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.notFound);
  await recordAudit(trx, actor, {
    action: 'board.removeHeadline',
    subjectKind: 'headline',
    subjectId: id,
    before: present(row),
    after: null,
  });
}

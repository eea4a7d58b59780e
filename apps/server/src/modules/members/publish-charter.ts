import type { BodyOf, CharterVersion, publishCharter as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { presentCharter } from './charter.ts';
import { findCharter, insertCharter, queueForNumber } from './charter.sql.ts';
import { membersProblems } from './problems.ts';

/**
 * Publishes the next version; those before it are kept as they were.
 * @throws Problem members.charterOlder when it was adopted before the version in force
 */
export async function publishCharter(
  trx: Db,
  actor: Actor,
  charter: BodyOf<typeof endpoint>,
): Promise<CharterVersion> {
  await queueForNumber(trx);
  const current = await findCharter(trx, undefined);
  if (current && charter.adoptedOn < current.adopted_on) {
    const params = { number: current.number, adoptedOn: current.adopted_on };
    throw new Problem(membersProblems.charterOlder, params, [
      { path: 'body.adoptedOn', code: membersProblems.charterOlder.code, params },
    ]);
  }
  const row = await insertCharter(trx, {
    number: (current?.number ?? 0) + 1,
    adopted_on: charter.adoptedOn,
    texts: JSON.stringify(charter.texts),
    published_by: actor.userId,
  });
  await recordAudit(trx, actor, {
    action: 'members.publishCharter',
    subjectKind: 'charter',
    subjectId: String(row.number),
    before: null,
    after: { adoptedOn: charter.adoptedOn, languages: Object.keys(charter.texts) },
  });
  return presentCharter(row);
}

import type {
  answerWish as answerEndpoint,
  BodyOf,
  MeetingWish,
  setUnavailable as unavailable,
  stateWish as endpoint,
} from '@jiechuan/contract';
import { mostWishes } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { namesOf } from '../../members/index.ts';
import { isOn, lockGathering } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import { takesPart } from '../registration.sql.ts';
import { gatherings, type GatheringRow, type WishRow } from '../tables.ts';
import { tell, type TellGround } from '../tell.ts';
import { pairOf } from './meeting.sql.ts';
import { slotsOf } from './slots.ts';
import { forgetUnwanted, tellWanted } from './tell-wanted.ts';
import { presentWishes, takingPartNow } from './wish.sql.ts';

/**
 * States a wish to meet, or not to. Where the other wishes it, too, both are accepted.
 * @throws Problem platform.notFound, gatherings.noMeetings, gatherings.notApproved, gatherings.notAnnounced,
 * gatherings.withOneself, gatherings.notThere, gatherings.tooManyWishes
 */
export async function stateWish(
  trx: Db,
  actor: Actor,
  { id, organisationId, kind, why }: { id: string; organisationId: string } & BodyOf<typeof endpoint>,
  ground: TellGround,
): Promise<MeetingWish> {
  const { gathering, own } = await takingPartNow(trx, actor, id);
  if (organisationId === own) throw new Problem(gatheringsProblems.withOneself);
  // Two who wish for each other at the same moment both see that the other does.
  await lockGathering(trx, id);
  if (!(await takesPart(trx, id, organisationId))) throw new Problem(gatheringsProblems.notThere);
  const stated = await gatherings(trx)
    .selectFrom('gathering_wish')
    .select('to_id')
    .where('gathering_id', '=', id)
    .where('from_id', '=', own)
    .execute();
  const isNew = !stated.some((wish) => wish.to_id === organisationId);
  if (isNew && stated.length >= mostWishes)
    throw new Problem(gatheringsProblems.tooManyWishes, { most: mostWishes });
  const mutual = kind !== 'no' && (await acceptReverse(trx, id, { from: organisationId, to: own }));
  const row = await gatherings(trx)
    .insertInto('gathering_wish')
    .values({
      id: v7(),
      gathering_id: id,
      from_id: own,
      to_id: organisationId,
      kind,
      why,
      answer: mutual ? 'accepted' : null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['gathering_id', 'from_id', 'to_id'])
        // What was answered stays answered: stating it again asks nobody again.
        .doUpdateSet({ kind, why, ...(mutual && { answer: 'accepted' as const }) }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  if (isNew && kind !== 'no' && !mutual)
    await tell(trx, ground, organisationId, {
      template: 'gatherings.wished',
      gathering,
      page: '/meetings',
      other: (await namesOf(trx, [own])).get(own) ?? {},
    });
  const pair = pairOf(own, organisationId);
  if (kind === 'no') await forgetUnwanted(trx, id, pair);
  else if (row.answer === 'accepted') await tellWanted(trx, gathering, pair, ground);
  return (await presentWishes(trx, [row], own))[0]!;
}

/** Accepts the other's wish, where there is one. @returns whether there is */
async function acceptReverse(
  trx: Db,
  gatheringId: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await gatherings(trx)
    .updateTable('gathering_wish')
    .set({ answer: 'accepted' })
    .where('gathering_id', '=', gatheringId)
    .where('from_id', '=', from)
    .where('to_id', '=', to)
    .where('kind', '!=', 'no')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A wish, locked with its gathering. @throws Problem platform.notFound */
async function lockWish(
  trx: Db,
  id: string,
  whose: (row: WishRow) => boolean,
): Promise<{ row: WishRow; gathering: GatheringRow }> {
  const find = () =>
    gatherings(trx).selectFrom('gathering_wish').selectAll().where('id', '=', id).executeTakeFirst();
  const known = await find();
  if (!known || !whose(known)) throw new Problem(problems.notFound);
  const gathering = await lockGathering(trx, known.gathering_id);
  const row = await find();
  if (!row) throw new Problem(problems.notFound);
  return { row, gathering };
}

/** Takes a wish of one's own back, also that one would rather not meet. @throws Problem platform.notFound */
export async function withdrawWish(trx: Db, actor: Actor, id: string, ground: TellGround): Promise<void> {
  const { row, gathering } = await lockWish(trx, id, ({ from_id }) => from_id === actor.organisationId);
  await gatherings(trx).deleteFrom('gathering_wish').where('id', '=', id).execute();
  const pair = pairOf(row.from_id, row.to_id);
  // Who no longer refuses may bring two together; who takes back a wish doesn't.
  if (row.kind !== 'no') await forgetUnwanted(trx, gathering.id, pair);
  else if (isOn(gathering)) await tellWanted(trx, gathering, pair, ground);
}

/**
 * Accepts or refuses to meet who wishes it; refused, one's own wish for them goes as well. Who wished isn't told; the host is
 * of what was accepted after publishing.
 * @throws Problem platform.notFound, gatherings.notApproved, gatherings.notAnnounced
 */
export async function answerWish(
  trx: Db,
  actor: Actor,
  { id, answer }: { id: string } & BodyOf<typeof answerEndpoint>,
  ground: TellGround,
): Promise<MeetingWish> {
  const { row } = await lockWish(trx, id, (one) => one.to_id === actor.organisationId && one.kind !== 'no');
  const { own, gathering } = await takingPartNow(trx, actor, row.gathering_id);
  if (answer === 'refused')
    await gatherings(trx)
      .deleteFrom('gathering_wish')
      .where('gathering_id', '=', row.gathering_id)
      .where('from_id', '=', own)
      .where('to_id', '=', row.from_id)
      .where('kind', '!=', 'no')
      .execute();
  await gatherings(trx).updateTable('gathering_wish').set({ answer }).where('id', '=', id).execute();
  const pair = pairOf(own, row.from_id);
  if (answer === 'accepted') await tellWanted(trx, gathering, pair, ground);
  else await forgetUnwanted(trx, gathering.id, pair);
  return (await presentWishes(trx, [{ ...row, answer }], own))[0]!;
}

/**
 * Notes the slots in which nobody of the actor's organisation can meet.
 * @throws Problem platform.notFound, gatherings.noMeetings, gatherings.notApproved, gatherings.notAnnounced, gatherings.noSuchSlot
 */
export async function setUnavailable(
  trx: Db,
  actor: Actor,
  { id, ...body }: { id: string } & BodyOf<typeof unavailable>,
): Promise<{ slots: number[] }> {
  const { gathering, own } = await takingPartNow(trx, actor, id);
  const count = slotsOf(gathering.starts_at, gathering.matchmaking).length;
  const slots = [...new Set(body.slots)].toSorted((one, other) => one - other);
  if (slots.some((slot) => slot > count)) throw new Problem(gatheringsProblems.noSuchSlot, { count });
  await gatherings(trx)
    .insertInto('gathering_unavailable')
    .values({ gathering_id: id, organisation_id: own, slots })
    .onConflict((conflict) => conflict.columns(['gathering_id', 'organisation_id']).doUpdateSet({ slots }))
    .execute();
  return { slots };
}

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
import { lockGathering } from '../gathering.sql.ts';
import { gatheringsProblems } from '../problems.ts';
import { takesPart } from '../registration.sql.ts';
import { gatherings, type WishRow } from '../tables.ts';
import { tell, type TellGround } from '../tell.ts';
import { slotsOf } from './slots.ts';
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
async function lockWish(trx: Db, id: string, whose: (row: WishRow) => boolean): Promise<WishRow> {
  const find = () =>
    gatherings(trx).selectFrom('gathering_wish').selectAll().where('id', '=', id).executeTakeFirst();
  const known = await find();
  if (!known || !whose(known)) throw new Problem(problems.notFound);
  await lockGathering(trx, known.gathering_id);
  const row = await find();
  if (!row) throw new Problem(problems.notFound);
  return row;
}

/** Takes a wish of one's own back. @throws Problem platform.notFound */
export async function withdrawWish(trx: Db, actor: Actor, id: string): Promise<void> {
  await lockWish(trx, id, (row) => row.from_id === actor.organisationId);
  await gatherings(trx).deleteFrom('gathering_wish').where('id', '=', id).execute();
}

/**
 * Accepts or refuses to meet who wishes it; refused, one's own wish for them goes as well. Nobody is told.
 * @throws Problem platform.notFound, gatherings.notApproved, gatherings.notAnnounced
 */
export async function answerWish(
  trx: Db,
  actor: Actor,
  { id, answer }: { id: string } & BodyOf<typeof answerEndpoint>,
): Promise<MeetingWish> {
  const row = await lockWish(trx, id, (one) => one.to_id === actor.organisationId && one.kind !== 'no');
  const { own } = await takingPartNow(trx, actor, row.gathering_id);
  if (answer === 'refused')
    await gatherings(trx)
      .deleteFrom('gathering_wish')
      .where('gathering_id', '=', row.gathering_id)
      .where('from_id', '=', own)
      .where('to_id', '=', row.from_id)
      .where('kind', '!=', 'no')
      .execute();
  await gatherings(trx).updateTable('gathering_wish').set({ answer }).where('id', '=', id).execute();
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

import { isDeepStrictEqual } from 'node:util';
import {
  mostOpenTours,
  type assignInterpreter as assigning,
  type BodyOf,
  type moveTour as moving,
  type Tour,
  type TourInput,
} from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import type { Ground } from '../../../platform/module.ts';
import { organisationCards } from '../../members/index.ts';
import { askInterpreterAnew } from './ask-interpreter-anew.ts';
import { presentTour } from './present.ts';
import { toursProblems } from './problems.ts';
import { talkAt } from './talk.ts';
import { lockTour, stopsOf, touchTour } from './tour.sql.ts';
import { tours, type TourRow } from './tables.ts';

const columnsOf = (input: TourInput) => ({
  title: input.title,
  guests: JSON.stringify(input.guests),
  first_day: input.firstDay,
  last_day: input.lastDay,
  start_city: input.startCity,
  end_city: input.endCity,
  limits: JSON.stringify(input.limits),
  funding: input.funding,
  inviter: input.inviter,
});

async function refuseStrangers(trx: Db, { guests }: TourInput): Promise<void> {
  const id = guests.organisationId;
  if (id !== null && !(await organisationCards(trx, [id])).has(id))
    throw new Problem(toursProblems.noSuchMember);
}

/** Drafts a tour. @throws Problem platform.forbidden, tours.noSuchMember, tours.tooManyTours */
export async function createTour(trx: Db, actor: Actor, input: TourInput): Promise<Tour> {
  const own = actor.organisationId;
  if (own === null || !(await organisationCards(trx, [own])).has(own)) throw new Problem(problems.forbidden);
  await refuseStrangers(trx, input);
  const { open } = await tours(trx)
    .selectFrom('tour')
    .select((select) => select.fn.countAll<number>().as('open'))
    .where('organisation_id', '=', own)
    .where('state', 'in', ['draft', 'confirmed'])
    .executeTakeFirstOrThrow();
  if (open >= mostOpenTours) throw new Problem(toursProblems.tooManyTours, { most: mostOpenTours });
  const row = await tours(trx)
    .insertInto('tour')
    .values({ id: v7(), organisation_id: own, state: 'draft', ...columnsOf(input) })
    .returningAll()
    .executeTakeFirstOrThrow();
  await audit(trx, actor, 'tours.createTour', null, row);
  return presentTour(trx, row);
}

/** What an order depends on; the rest of a tour is for its letters and its programme. */
const orderDependsOn = [
  'first_day',
  'last_day',
  'start_city',
  'end_city',
  'limits',
] as const satisfies readonly (keyof TourRow)[];
const changesOrder = (before: TourRow, after: TourRow): boolean =>
  before.guests.visitors !== after.guests.visitors ||
  orderDependsOn.some((column) => !isDeepStrictEqual(before[column], after[column]));

/**
 * Changes a tour. Where days, cities, limits or the number of visitors are others, what was planned and agreed counts no more;
 * once it is confirmed, those are fixed. Where the guests of a confirmed one speak another language, who interprets is asked anew.
 * @throws Problem platform.notFound, platform.staleVersion, tours.notDraft, tours.daysFixed, tours.noSuchMember
 */
export async function updateTour(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, input }: { id: string; expectedVersion: number; input: TourInput },
  ground: Pick<Ground, 'mail' | 'config'>,
): Promise<Tour> {
  const row = await toChange(trx, actor, 'tours.updateTour', { id, expectedVersion });
  if (row.state !== 'draft' && row.state !== 'confirmed') throw new Problem(toursProblems.notDraft);
  await refuseStrangers(trx, input);
  const changed = await tours(trx)
    .updateTable('tour')
    .set(columnsOf(input))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const anew = changesOrder(row, changed);
  if (anew && row.state === 'confirmed') throw new Problem(toursProblems.daysFixed);
  if (anew)
    await tours(trx)
      .updateTable('tour_stop')
      .set({ answer: 'none', note: null })
      .where('tour_id', '=', id)
      .where('answer', 'in', ['asked', 'confirmed'])
      .execute();
  if (row.state === 'confirmed' && row.guests.language !== changed.guests.language)
    await askInterpreterAnew(trx, ground, row, changed);
  const saved = await touchTour(trx, id, anew ? { plan: null } : {});
  await audit(trx, actor, 'tours.updateTour', row, saved);
  return presentTour(trx, saved);
}

/** Says who interprets, or that nobody does; until the tour is over. @throws Problem platform.notFound, platform.staleVersion, tours.notDraft */
export async function assignInterpreter(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, interpreter }: BodyOf<typeof assigning> & { id: string; expectedVersion: number },
): Promise<Tour> {
  const row = await toChange(trx, actor, 'tours.assignInterpreter', { id, expectedVersion });
  if (row.state !== 'draft' && row.state !== 'confirmed') throw new Problem(toursProblems.notDraft);
  await tours(trx)
    .updateTable('tour')
    .set({ interpreter: interpreter && JSON.stringify(interpreter) })
    .where('id', '=', id)
    .execute();
  const saved = await touchTour(trx, id);
  await audit(trx, actor, 'tours.assignInterpreter', row, saved);
  return presentTour(trx, saved);
}

/** Which state may follow which. */
const next: Record<TourRow['state'], readonly TourRow['state'][]> = {
  draft: ['confirmed', 'cancelled'],
  confirmed: ['done', 'cancelled'],
  done: [],
  cancelled: [],
};

/**
 * Confirms a tour, says that it is done, or cancels it. It is confirmed when every host of the plan who is a member has agreed,
 * and guests and hosts can talk with each other.
 * @throws Problem platform.notFound, platform.staleVersion, tours.outOfOrder, tours.noPlan, tours.hostsOpen, tours.interpreterOpen
 */
export async function moveTour(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, to }: BodyOf<typeof moving> & { id: string; expectedVersion: number },
): Promise<Tour> {
  const row = await toChange(trx, actor, 'tours.moveTour', { id, expectedVersion });
  if (!next[row.state].includes(to)) throw new Problem(toursProblems.outOfOrder);
  if (to === 'confirmed') {
    const visited = new Set(
      row.plan?.days.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'visit' ? [item.stopId] : [])),
      ),
    );
    if (visited.size === 0) throw new Problem(toursProblems.noPlan);
    const stops = (await stopsOf(trx, id)).filter((stop) => visited.has(stop.id));
    const open = stops.filter(
      ({ organisation_id: host, answer }) => host !== null && answer !== 'confirmed',
    ).length;
    if (open > 0) throw new Problem(toursProblems.hostsOpen, { number: open });
    const speechless = stops.filter((stop) => talkAt(row, stop) === 'nobody').length;
    if (speechless > 0) throw new Problem(toursProblems.interpreterOpen, { number: speechless });
  }
  const saved = await touchTour(trx, id, { state: to });
  await audit(trx, actor, 'tours.moveTour', row, saved);
  return presentTour(trx, saved);
}

async function toChange(
  trx: Db,
  actor: Actor,
  operation: string,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<TourRow> {
  const row = await lockTour(trx, actor, operation, id);
  if (row.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: row.version });
  return row;
}

const audit = (trx: Db, actor: Actor, action: string, before: TourRow | null, after: TourRow) => {
  const told = ({ plan: _plan, ...rest }: TourRow) => rest;
  return recordAudit(trx, actor, {
    action,
    subjectKind: 'tour',
    subjectId: after.id,
    before: before && told(before),
    after: told(after),
  });
};

import { mostTourStops, type Tour, type TourStopInput } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { organisationCards } from '../../members/index.ts';
import { planAfter } from './plan-tour.ts';
import { presentTour } from './present.ts';
import { toursProblems } from './problems.ts';
import { lockDraft, lockStop, stopsOf, touchTour } from './tour.sql.ts';
import { tours } from './tables.ts';

/**
 * Adds a host or a place; it isn't planned yet.
 * @throws Problem platform.notFound, tours.notDraft, tours.tooManyStops, tours.noSuchMember
 */
export async function addStop(
  trx: Db,
  actor: Actor,
  { id, input }: { id: string; input: TourStopInput },
): Promise<Tour> {
  const { plan } = await lockDraft(trx, actor, 'tours.addStop', id);
  if ((await stopsOf(trx, id)).length >= mostTourStops)
    throw new Problem(toursProblems.tooManyStops, { most: mostTourStops });
  await refuseStranger(trx, input);
  const stop = await tours(trx)
    .insertInto('tour_stop')
    .values({ id: v7(), tour_id: id, ...columnsOf(input) })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'tours.addStop',
    subjectKind: 'tour_stop',
    subjectId: stop.id,
    before: null,
    after: { tourId: id, ...input },
  });
  // What was proved of the others isn't proved of all any more.
  const unproved = plan && { ...plan, by: 'hand' as const, upperBound: null, optimal: false };
  return presentTour(trx, await touchTour(trx, id, { plan: unproved }));
}

/**
 * Changes a stop. Its visit stays at its hour where it still can be, else it is taken off; a host who was asked for another
 * visit has to be asked again.
 * @throws Problem platform.notFound, platform.staleVersion, tours.notDraft, tours.noSuchMember
 */
export async function updateStop(
  trx: Db,
  actor: Actor,
  { id, expectedVersion, input }: { id: string; expectedVersion: number; input: TourStopInput },
): Promise<Tour> {
  const { tour, stop } = await lockStop(trx, actor, 'tours.updateStop', id);
  if (tour.version !== expectedVersion) throw new Problem(problems.staleVersion, { current: tour.version });
  await refuseStranger(trx, input);
  await tours(trx).updateTable('tour_stop').set(columnsOf(input)).where('id', '=', id).execute();
  const plan = planAfter(tour, await stopsOf(trx, tour.id), id);
  const hourOf = (of: typeof plan) =>
    of?.days.flatMap(({ date, items }) =>
      items.flatMap((item) => (item.kind === 'visit' && item.stopId === id ? [`${date}/${item.start}`] : [])),
    )[0];
  const another =
    input.organisationId !== stop.organisation_id ||
    input.city !== stop.city ||
    input.minutes !== stop.minutes ||
    input.capacity !== stop.capacity ||
    input.samples !== stop.samples ||
    hourOf(plan) !== hourOf(tour.plan);
  if (another)
    await tours(trx)
      .updateTable('tour_stop')
      .set({ answer: 'none', note: null })
      .where('id', '=', id)
      .execute();
  await recordAudit(trx, actor, {
    action: 'tours.updateStop',
    subjectKind: 'tour_stop',
    subjectId: id,
    before: {
      organisationId: stop.organisation_id,
      name: stop.name,
      city: stop.city,
      minutes: stop.minutes,
      hours: stop.hours,
      capacity: stop.capacity,
      must: stop.must,
      wish: stop.wish,
      languages: stop.languages,
      samples: stop.samples,
    },
    after: input,
  });
  return presentTour(trx, await touchTour(trx, tour.id, { plan }));
}

const columnsOf = (input: TourStopInput) => ({
  organisation_id: input.organisationId,
  name: input.name,
  city: input.city,
  minutes: input.minutes,
  hours: JSON.stringify(input.hours),
  capacity: input.capacity,
  must: input.must,
  wish: input.wish,
  languages: input.languages,
  samples: input.samples,
});

async function refuseStranger(trx: Db, { organisationId: host }: TourStopInput): Promise<void> {
  const card = host === null ? undefined : (await organisationCards(trx, [host])).get(host);
  if (host !== null && (!card || card.kind === 'observer')) throw new Problem(toursProblems.noSuchMember);
}

/** Takes a stop out; the others stay at their hours. @throws Problem platform.notFound, tours.notDraft */
export async function removeStop(trx: Db, actor: Actor, id: string): Promise<void> {
  const { tour, stop } = await lockStop(trx, actor, 'tours.removeStop', id);
  await tours(trx).deleteFrom('tour_stop').where('id', '=', id).execute();
  await touchTour(trx, tour.id, { plan: planAfter(tour, await stopsOf(trx, tour.id)) });
  await recordAudit(trx, actor, {
    action: 'tours.removeStop',
    subjectKind: 'tour_stop',
    subjectId: id,
    before: { tourId: tour.id, organisationId: stop.organisation_id, name: stop.name, city: stop.city },
    after: null,
  });
}

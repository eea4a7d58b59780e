import { mostTourStops, type Tour, type TourStopInput } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { organisationCards } from '../../members/index.ts';
import { withoutStop } from './plan-tour.ts';
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
  await lockDraft(trx, actor, 'tours.addStop', id);
  if ((await stopsOf(trx, id)).length >= mostTourStops)
    throw new Problem(toursProblems.tooManyStops, { most: mostTourStops });
  const host = input.organisationId;
  const card = host === null ? undefined : (await organisationCards(trx, [host])).get(host);
  if (host !== null && (!card || card.kind === 'observer')) throw new Problem(toursProblems.noSuchMember);
  const stop = await tours(trx)
    .insertInto('tour_stop')
    .values({
      id: v7(),
      tour_id: id,
      organisation_id: host,
      name: input.name,
      city: input.city,
      minutes: input.minutes,
      hours: JSON.stringify(input.hours),
      capacity: input.capacity,
      must: input.must,
      wish: input.wish,
      languages: input.languages,
      samples: input.samples,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'tours.addStop',
    subjectKind: 'tour_stop',
    subjectId: stop.id,
    before: null,
    after: { tourId: id, ...input },
  });
  return presentTour(trx, await touchTour(trx, id));
}

/** Takes a stop out; the others stay at their hours. @throws Problem platform.notFound, tours.notDraft */
export async function removeStop(trx: Db, actor: Actor, id: string): Promise<void> {
  const { tour, stop } = await lockStop(trx, actor, 'tours.removeStop', id);
  await tours(trx).deleteFrom('tour_stop').where('id', '=', id).execute();
  await touchTour(trx, tour.id, { plan: withoutStop(tour, await stopsOf(trx, tour.id)) });
  await recordAudit(trx, actor, {
    action: 'tours.removeStop',
    subjectKind: 'tour_stop',
    subjectId: id,
    before: { tourId: tour.id, organisationId: stop.organisation_id, name: stop.name, city: stop.city },
    after: null,
  });
}

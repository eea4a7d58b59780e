import type {
  answerVisit as answering,
  BodyOf,
  listVisits as endpoint,
  QueryOf,
  recordVisitOutcome as recording,
  ResponseOf,
  Tour,
  TourVisit,
} from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { writeCursor } from '../../../platform/http/cursor.ts';
import { readIdCursor } from '../../../platform/http/typed-cursors.ts';
import type { Ground } from '../../../platform/module.ts';
import { addresseeOf } from '../../members/index.ts';
import { presentTour, presentVisit } from './present.ts';
import { toursProblems } from './problems.ts';
import type { GatheringsWiring } from '../wiring.ts';
import { lockHosts } from './promised-hours.ts';
import { refusePromised } from './plan-tour.ts';
import { lockDraft, stopById, stopsOf, touchTour } from './tour.sql.ts';
import { tours, type StopRow, type TourRow } from './tables.ts';

/** Asks the hosts of planned visits who are members and weren't asked, by mail too. @throws Problem platform.notFound, tours.notDraft, tours.noPlan, tours.hostBusy */
export async function askHosts(
  trx: Db,
  actor: Actor,
  id: string,
  { mail, config }: Pick<Ground, 'mail' | 'config'>,
): Promise<Tour> {
  const tour = await lockDraft(trx, actor, 'tours.askHosts', id);
  const visited =
    tour.plan?.days.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'visit' ? [item.stopId] : [])),
    ) ?? [];
  if (visited.length === 0) throw new Problem(toursProblems.noPlan);
  const hosts = (await stopsOf(trx, id)).filter((one) => visited.includes(one.id) && one.answer === 'none');
  await refusePromised(trx, actor, tour, hosts);
  const asked = await tours(trx)
    .updateTable('tour_stop')
    .set({ answer: 'asked' })
    .where('tour_id', '=', id)
    .where('id', 'in', visited)
    .where('organisation_id', 'is not', null)
    .where('answer', '=', 'none')
    .returning(['id', 'organisation_id'])
    .execute();
  for (const host of new Set(asked.flatMap(({ organisation_id }) => organisation_id ?? []))) {
    const addressee = await addresseeOf(trx, host);
    if (!addressee) continue;
    const { email, person, language } = addressee;
    await mail.send(trx, {
      to: email,
      template: 'tours.asked',
      params: { person, guests: tour.guests.name, link: `${config.publicUrl}/tours` },
      language,
    });
  }
  await recordAudit(trx, actor, {
    action: 'tours.askHosts',
    subjectKind: 'tour',
    subjectId: id,
    before: null,
    after: { asked: asked.map((stop) => stop.id) },
  });
  return presentTour(trx, await touchTour(trx, id));
}

/** Visits that the actor's organisation was asked for, the latest added first. */
export async function listVisits(
  trx: Db,
  actor: Actor,
  { cursor, limit }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const from = readIdCursor(cursor);
  if (actor.organisationId === null) return { items: [], nextCursor: null };
  let query = tours(trx)
    .selectFrom('tour_stop')
    .selectAll()
    .where('organisation_id', '=', actor.organisationId)
    .where('answer', '<>', 'none');
  if (from !== undefined) query = query.where('id', '<', from);
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const of = await toursById(trx, shown);
  return {
    items: shown.map((stop) => presentVisit(stop, of.get(stop.tour_id)!)),
    nextCursor: rows.length > limit ? writeCursor([shown.at(-1)!.id]) : null,
  };
}

async function toursById(trx: Db, stops: readonly StopRow[]): Promise<Map<string, TourRow>> {
  if (stops.length === 0) return new Map();
  const rows = await tours(trx)
    .selectFrom('tour')
    .selectAll()
    .where('id', 'in', [...new Set(stops.map((stop) => stop.tour_id))])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A visit with its tour, locked. A host finds it once it has been asked. @throws Problem platform.notFound */
async function lockVisit(
  trx: Db,
  id: string,
  mayFind: (stop: StopRow, tour: TourRow) => boolean,
): Promise<{ stop: StopRow; tour: TourRow }> {
  const found = await stopById(trx, id);
  if (!found) throw new Problem(problems.notFound);
  const tour = await tours(trx)
    .selectFrom('tour')
    .selectAll()
    .where('id', '=', found.tour_id)
    .forUpdate()
    .executeTakeFirst();
  const stop = await stopById(trx, id);
  if (!tour || !stop || !mayFind(stop, tour)) throw new Problem(problems.notFound);
  return { stop, tour };
}

const isHost = (actor: Actor, stop: StopRow) =>
  actor.organisationId !== null && stop.organisation_id === actor.organisationId && stop.answer !== 'none';

/**
 * As its host: agrees or declines, and may think again while the tour is a draft. Two groups that are too many together aren't
 * agreed to for the same hour.
 * @throws Problem platform.notFound, tours.notAsked, tours.hostBusy
 */
export async function answerVisit(
  trx: Db,
  actor: Actor,
  { id, answer, note }: BodyOf<typeof answering> & { id: string },
): Promise<TourVisit> {
  const { stop, tour } = await lockVisit(trx, id, (one) => isHost(actor, one));
  if (tour.state !== 'draft') throw new Problem(toursProblems.notAsked);
  if (answer === 'confirmed' && stop.organisation_id !== null) {
    await lockHosts(trx, [stop.organisation_id]);
    await refusePromised(trx, actor, tour, [stop]);
  }
  const saved = await tours(trx)
    .updateTable('tour_stop')
    .set({ answer, note })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await touchTour(trx, tour.id);
  await recordAudit(trx, actor, {
    action: 'tours.answerVisit',
    subjectKind: 'tour_stop',
    subjectId: id,
    before: { answer: stop.answer },
    after: { answer, note },
  });
  return presentVisit(saved, tour);
}

/** A visit whose outcome the actor may tell, locked, once its tour is certain. @throws Problem platform.notFound, tours.notYet */
async function lockCertain(trx: Db, actor: Actor, id: string, extent: 'all' | 'own') {
  const found = await lockVisit(
    trx,
    id,
    (one, of) =>
      extent === 'all' ||
      isHost(actor, one) ||
      (actor.role === 'association' && of.organisation_id === actor.organisationId),
  );
  if (found.tour.state !== 'confirmed' && found.tour.state !== 'done')
    throw new Problem(toursProblems.notYet);
  return found;
}

/** @throws Problem tours.noSuchDeal where it isn't a deal of the visit's host, its guests, its tour's keeper or the actor */
async function refuseStrangeDeal(
  trx: Db,
  actor: Actor,
  dealId: string,
  { stop, tour, dealSides }: { stop: StopRow; tour: TourRow; dealSides: GatheringsWiring['dealSides'] },
): Promise<void> {
  const sides = (await dealSides(trx, dealId)) ?? [];
  const concerned = [
    stop.organisation_id,
    tour.guests.organisationId,
    tour.organisation_id,
    actor.organisationId,
  ];
  if (!sides.some((side) => concerned.includes(side))) throw new Problem(toursProblems.noSuchDeal);
}

/**
 * What came of a visit, said by the tour's keeper or its host once the tour is certain.
 * @throws Problem platform.notFound, tours.notYet, tours.noSuchDeal
 */
export async function recordOutcome(
  trx: Db,
  actor: Actor,
  { id, text, dealId }: BodyOf<typeof recording> & { id: string },
  { extent, dealSides }: { extent: 'all' | 'own'; dealSides: GatheringsWiring['dealSides'] },
): Promise<TourVisit> {
  const { stop, tour } = await lockCertain(trx, actor, id, extent);
  if (dealId !== null && dealId !== stop.deal_id)
    await refuseStrangeDeal(trx, actor, dealId, { stop, tour, dealSides });
  const saved = await tours(trx)
    .updateTable('tour_stop')
    .set({ outcome: text, deal_id: dealId, outcome_by: actor.userName, outcome_at: new Date() })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await auditResult(trx, actor, 'tours.recordOutcome', stop, saved);
  return presentVisit(saved, tour);
}

/**
 * Which deal a visit led to; what came of it in words stays.
 * @throws Problem platform.notFound, tours.notYet, tours.noSuchDeal
 */
export async function linkDeal(
  trx: Db,
  actor: Actor,
  { id, dealId }: { id: string; dealId: string },
  { extent, dealSides }: { extent: 'all' | 'own'; dealSides: GatheringsWiring['dealSides'] },
): Promise<TourVisit> {
  const { stop, tour } = await lockCertain(trx, actor, id, extent);
  await refuseStrangeDeal(trx, actor, dealId, { stop, tour, dealSides });
  const saved = await tours(trx)
    .updateTable('tour_stop')
    .set({ deal_id: dealId })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await auditResult(trx, actor, 'tours.linkDeal', stop, saved);
  return presentVisit(saved, tour);
}

async function auditResult(
  trx: Db,
  actor: Actor,
  action: string,
  before: StopRow,
  after: StopRow,
): Promise<void> {
  const told = ({ outcome, deal_id: dealId }: StopRow) => ({ outcome, dealId });
  await touchTour(trx, after.tour_id);
  await recordAudit(trx, actor, {
    action,
    subjectKind: 'tour_stop',
    subjectId: after.id,
    before: told(before),
    after: told(after),
  });
}

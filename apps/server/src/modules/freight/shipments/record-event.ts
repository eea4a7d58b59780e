import { createHash } from 'node:crypto';
import type { BodyOf, recordShipmentEvent as endpoint, Shipment } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { findHub } from '../hub.sql.ts';
import { freightProblems } from '../problems.ts';
import { concerns, mayRecord, mostEvents, presentShipment } from './present-shipment.ts';
import { changeShipment, eventsOf, insertEvent, lockShipment } from './shipment.sql.ts';
import { statusOf } from './shipment-status.ts';

type Body = BodyOf<typeof endpoint>;

/** Clocks of scanners may be ahead by so much. */
const aheadMs = 15 * 60_000;

/**
 * Records what happened. The same event told again — by the source's own number, or word for word — changes nothing and
 * is answered alike; events may come in any order, the status follows from when they happened.
 * @throws Problem platform.notFound, platform.forbidden, freight.eventInFuture, freight.eventWithoutPlace,
 *   freight.hubUnknown, freight.unitUnknown, freight.tooManyEvents
 */
export async function recordShipmentEvent(
  trx: Db,
  actor: Actor,
  { id, event, now }: { id: string; event: Body; now: Date },
): Promise<Shipment> {
  // Locked: two events at once would each reckon the status without the other.
  const row = await lockShipment(trx, id);
  if (!mayRecord(row, actor))
    throw new Problem(concerns(row, actor.organisationId) ? problems.forbidden : problems.notFound);
  const at = new Date(event.at);
  if (at.getTime() > now.getTime() + aheadMs)
    throw new Problem(freightProblems.eventInFuture, { at: event.at });
  if (event.hubId === null && event.place === null) throw new Problem(freightProblems.eventWithoutPlace);
  if (event.hubId !== null && !(await findHub(trx, event.hubId)))
    throw new Problem(freightProblems.hubUnknown, { hub: event.hubId });
  if (event.unit !== null && ![...row.containers, ...row.parcels].includes(event.unit))
    throw new Problem(freightProblems.unitUnknown, { unit: event.unit });
  const fingerprint = fingerprintOf(event);
  const there = await eventsOf(trx, id, mostEvents);
  if (there.some((one) => one.fingerprint === fingerprint)) return presentShipment(trx, row, actor);
  if (there.length >= mostEvents) throw new Problem(freightProblems.tooManyEvents, { limit: mostEvents });
  await insertEvent(trx, {
    shipment_id: id,
    id: v7(),
    kind: event.kind,
    hub_id: event.hubId,
    place: event.place,
    unit: event.unit,
    at,
    source: event.source,
    fingerprint,
    note: event.note,
    recorded_by: actor.userId,
  });
  const { status, at: lastEventAt } = statusOf([...there, { kind: event.kind, at }]);
  const changed = await changeShipment(trx, id, {
    status,
    last_event_at: lastEventAt,
    version: row.version + 1,
  });
  await recordAudit(trx, actor, {
    action: 'freight.recordShipmentEvent',
    subjectKind: 'shipment',
    subjectId: id,
    before: { status: row.status },
    after: { status, event },
  });
  return presentShipment(trx, changed, actor);
}

/** By which a repetition is known: the source's number of it, else what it says of when, where and what. */
const fingerprintOf = ({ externalId, source, kind, hubId, place, unit, at }: Body): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        externalId === null
          ? ['said', source, kind, hubId, place, unit, new Date(at).getTime()]
          : ['numbered', source, externalId],
      ),
    )
    .digest('hex');

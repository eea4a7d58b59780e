import type { BodyOf, Shipment, ShipmentInput, updateShipment as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { freightProblems } from '../problems.ts';
import { difference, refuseStale } from '../stale.ts';
import type { ShipmentRow, Warning } from '../tables.ts';
import { concerns, isConsignor, mostEvents, presentShipment } from './present-shipment.ts';
import { grossWeightOf, refuseUnknownParts } from './shipment-parts.ts';
import { hasEnded } from './shipment-status.ts';
import { changeShipment, eventsOf, lockShipment, refuseTakenReference } from './shipment.sql.ts';
import { recordWarnings, warningsOf, type HasPlan } from './warnings.ts';

/**
 * Corrects what was registered; only what is named changes. What happened stays: a shipment that has ended, and a
 * container or parcel that an event speaks of, can't be changed any more. Warnings are looked at anew.
 * @throws Problem platform.notFound, platform.forbidden for who is not its consignor, platform.staleVersion,
 *   freight.shipmentEnded, freight.unitTold, freight.countryUnknown, freight.partyUnknown, freight.productUnknown,
 *   freight.hubUnknown, freight.serviceUnknown, freight.roadBroken, freight.referenceTaken
 */
export async function updateShipment(
  trx: Db,
  actor: Actor,
  input: { id: string; expectedVersion: number; change: BodyOf<typeof endpoint> },
  wiring: { hasPlan: HasPlan },
): Promise<Shipment> {
  const row = await lockShipment(trx, input.id);
  if (!isConsignor(row, actor))
    throw new Problem(concerns(row, actor.organisationId) ? problems.forbidden : problems.notFound);
  refuseStale(row, input.expectedVersion);
  if (hasEnded(row.status)) throw new Problem(freightProblems.shipmentEnded);
  const { change } = input;
  const fields = { ...inputOf(row), ...change };
  await refuseUnknownParts(trx, row.organisation_id, change);
  await refuseLostUnits(trx, row, [...fields.containers, ...fields.parcels]);
  if (fields.reference !== row.reference) await refuseTakenReference(trx, row, fields.reference);
  const before = await presentShipment(trx, row, actor);
  const warnings = await warningsOf(trx, fields, wiring);
  const changed = await changeShipment(trx, row.id, {
    consignee_organisation_id: fields.consigneeOrganisationId,
    carrier_organisation_id: fields.carrierOrganisationId,
    reference: fields.reference,
    market: fields.market,
    lines: JSON.stringify(fields.lines),
    road: JSON.stringify(fields.road),
    warnings: JSON.stringify(warnings),
    containers: fields.containers,
    parcels: fields.parcels,
    gross_weight_g: grossWeightOf(fields.lines),
    version: row.version + 1,
  });
  const after = await presentShipment(trx, changed, actor);
  await recordAudit(trx, actor, {
    action: 'freight.updateShipment',
    subjectKind: 'shipment',
    subjectId: row.id,
    ...difference(before, after),
  });
  const warnedBefore = new Set(row.warnings.map(warningKey));
  const fresh = warnings.filter((one) => !warnedBefore.has(warningKey(one)));
  await recordWarnings(trx, actor, row.id, fresh);
  return after;
}

/** What a warning is of; the database keeps the parts of one in an order of its own. */
const warningKey = ({ code, productId, description, market }: Warning): string =>
  JSON.stringify([code, productId, description ?? null, market]);

/** What was registered, as it would be registered anew. */
const inputOf = (row: ShipmentRow): ShipmentInput => ({
  reference: row.reference,
  market: row.market,
  consigneeOrganisationId: row.consignee_organisation_id,
  carrierOrganisationId: row.carrier_organisation_id,
  lines: row.lines,
  containers: row.containers,
  parcels: row.parcels,
  road: row.road,
});

/** @throws Problem freight.unitTold where an event speaks of a container or parcel that would be gone */
async function refuseLostUnits(trx: Db, row: ShipmentRow, units: readonly string[]): Promise<void> {
  for (const { unit } of await eventsOf(trx, row.id, mostEvents))
    if (unit !== null && !units.includes(unit)) throw new Problem(freightProblems.unitTold, { unit });
}

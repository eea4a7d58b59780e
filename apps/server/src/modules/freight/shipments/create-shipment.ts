import type { BodyOf, createShipment as endpoint, Shipment } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { freightProblems } from '../problems.ts';
import { presentShipment } from './present-shipment.ts';
import { grossWeightOf, refuseUnknownParties, refuseUnknownParts } from './shipment-parts.ts';
import { insertShipment } from './shipment.sql.ts';
import { recordWarnings, warningsOf, type HasPlan } from './warnings.ts';

type Body = BodyOf<typeof endpoint>;

/**
 * Registers a shipment in the name of the actor's organisation. Products that are shipped to a market without a plan for
 * it are warned of: in the answer, on the shipment, and in the audit log; the shipment is registered all the same.
 * @throws Problem freight.noOrganisation, freight.countryUnknown, freight.partyUnknown, freight.productUnknown,
 *   freight.hubUnknown, freight.serviceUnknown, freight.roadBroken, freight.referenceTaken
 */
export async function createShipment(
  trx: Db,
  actor: Actor,
  body: Body,
  wiring: { hasPlan: HasPlan },
): Promise<Shipment> {
  const consignor = actor.organisationId;
  if (consignor === null) throw new Problem(freightProblems.noOrganisation);
  await refuseUnknownParts(trx, consignor, body);
  await refuseUnknownParties(trx, [consignor]);
  const warnings = await warningsOf(trx, body, wiring);
  const row = await insertShipment(trx, {
    id: v7(),
    organisation_id: consignor,
    consignee_organisation_id: body.consigneeOrganisationId,
    carrier_organisation_id: body.carrierOrganisationId,
    reference: body.reference,
    market: body.market,
    lines: JSON.stringify(body.lines),
    road: JSON.stringify(body.road),
    warnings: JSON.stringify(warnings),
    containers: body.containers,
    parcels: body.parcels,
    gross_weight_g: grossWeightOf(body.lines),
    created_by: actor.userId,
  });
  const added = await presentShipment(trx, row, actor);
  await recordAudit(trx, actor, {
    action: 'freight.createShipment',
    subjectKind: 'shipment',
    subjectId: row.id,
    before: null,
    after: added,
  });
  await recordWarnings(trx, actor, row.id, warnings);
  return added;
}

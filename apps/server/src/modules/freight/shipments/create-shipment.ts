import type { BodyOf, createShipment as endpoint, Shipment } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../../platform/actor.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { productNames } from '../../catalogue/index.ts';
import { organisationCards } from '../../members/index.ts';
import { refuseUnknownCountry } from '../create-hub.ts';
import { hubsByIds } from '../hub.sql.ts';
import { freightProblems } from '../problems.ts';
import { findService } from '../service.sql.ts';
import type { Warning } from '../tables.ts';
import { presentShipment } from './present-shipment.ts';
import { insertShipment } from './shipment.sql.ts';

/** Whether there is a market plan for a product and a market (ISO 3166); plans answer it, a module above this one. */
export type HasPlan = (trx: Db, of: { productId: string; market: string }) => Promise<boolean>;

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
  refuseUnknownCountry(body.market);
  await refuseUnknownParties(trx, [consignor, body.consigneeOrganisationId, body.carrierOrganisationId]);
  const productIds = [...new Set(body.lines.flatMap(({ productId }) => productId ?? []))];
  const names = await productNames(trx, productIds, consignor);
  for (const product of productIds)
    if (!names.has(product)) throw new Problem(freightProblems.productUnknown, { product });
  await refuseBrokenRoad(trx, body.road);

  const warnings: Warning[] = [];
  for (const productId of productIds)
    if (!(await wiring.hasPlan(trx, { productId, market: body.market })))
      warnings.push({
        code: 'freight.shippedWithoutPlan',
        params: { product: nameOf(names.get(productId)!, actor.language), market: body.market },
      });

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
    gross_weight_g: body.lines.reduce((sum, line) => sum + line.grossWeightG, 0),
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
  for (const warning of warnings)
    await recordAudit(trx, actor, {
      action: 'freight.shippedWithoutPlan',
      subjectKind: 'shipment',
      subjectId: row.id,
      before: null,
      after: warning.params,
    });
  return added;
}

const nameOf = (names: Record<string, string>, language: string): string =>
  names[language] ?? names['zh-CN'] ?? names['en'] ?? Object.values(names)[0] ?? '';

/** @throws Problem freight.partyUnknown for one that is not an admitted member */
async function refuseUnknownParties(trx: Db, ids: readonly (string | null)[]): Promise<void> {
  const named = ids.filter((id) => id !== null);
  const there = await organisationCards(trx, named);
  for (const organisation of named)
    if (!there.has(organisation)) throw new Problem(freightProblems.partyUnknown, { organisation });
}

/** Hubs and services are there, and each leg begins where and after the one before it ended. */
async function refuseBrokenRoad(trx: Db, road: Body['road']): Promise<void> {
  const hubs = await hubsByIds(
    trx,
    road.flatMap((leg) => [leg.fromHubId, leg.toHubId]),
  );
  for (const [at, leg] of road.entries()) {
    for (const hub of [leg.fromHubId, leg.toHubId])
      if (!hubs.has(hub)) throw new Problem(freightProblems.hubUnknown, { hub });
    if (leg.serviceId !== null && !(await findService(trx, leg.serviceId)))
      throw new Problem(freightProblems.serviceUnknown, { service: leg.serviceId });
    const before = road[at - 1];
    if (before && (before.toHubId !== leg.fromHubId || before.arrivesAt > leg.departsAt))
      throw new Problem(freightProblems.roadBroken, { leg: at + 1 });
  }
}

import type { ShipmentInput } from '@jiechuan/contract';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { productNames } from '../../catalogue/index.ts';
import { organisationCards } from '../../members/index.ts';
import { refuseUnknownCountry } from '../create-hub.ts';
import { hubsByIds } from '../hub.sql.ts';
import { freightProblems } from '../problems.ts';
import { findService } from '../service.sql.ts';

/** Grams of all lines. */
export const grossWeightOf = (lines: ShipmentInput['lines']): number =>
  lines.reduce((sum, line) => sum + line.grossWeightG, 0);

/**
 * Everything that is named of a shipment is there, and its consignor may name it.
 * @throws Problem freight.countryUnknown, freight.partyUnknown, freight.productUnknown, freight.hubUnknown,
 *   freight.serviceUnknown, freight.roadBroken
 */
export async function refuseUnknownParts(
  trx: Db,
  consignor: string,
  named: Partial<ShipmentInput>,
): Promise<void> {
  if (named.market !== undefined) refuseUnknownCountry(named.market);
  await refuseUnknownParties(trx, [
    named.consigneeOrganisationId ?? null,
    named.carrierOrganisationId ?? null,
  ]);
  const productIds = productIdsOf(named.lines ?? []);
  const names = await productNames(trx, productIds, consignor);
  for (const product of productIds)
    if (!names.has(product)) throw new Problem(freightProblems.productUnknown, { product });
  await refuseBrokenRoad(trx, named.road ?? []);
}

/** Products of the catalogue that lines name, each once. */
export const productIdsOf = (lines: ShipmentInput['lines']): string[] => [
  ...new Set(lines.flatMap(({ productId }) => productId ?? [])),
];

/** @throws Problem freight.partyUnknown for one that is not an admitted member */
export async function refuseUnknownParties(trx: Db, ids: readonly (string | null)[]): Promise<void> {
  const named = ids.filter((id) => id !== null);
  const there = await organisationCards(trx, named);
  for (const organisation of named)
    if (!there.has(organisation)) throw new Problem(freightProblems.partyUnknown, { organisation });
}

/** Hubs and services are there, and each leg begins where and after the one before it ended. */
async function refuseBrokenRoad(trx: Db, road: ShipmentInput['road']): Promise<void> {
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

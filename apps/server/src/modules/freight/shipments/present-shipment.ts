import type { Shipment, ShipmentCard, Worded } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { message } from '../../../platform/i18n/messages.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';
import { extentOf } from '../../../platform/policy.ts';
import { productNames } from '../../catalogue/index.ts';
import { namesOf } from '../../members/index.ts';
import { hubsByIds } from '../hub.sql.ts';
import { freightPolicy } from '../policy.ts';
import { presentHubBrief } from '../present.ts';
import type { ShipmentRow, Warning } from '../tables.ts';
import { hasEnded } from './shipment-status.ts';
import { eventsOf } from './shipment.sql.ts';

/** Events of one shipment at most. */
export const mostEvents = 500;

type Names = ReadonlyMap<string, Record<string, string>>;
const party = (id: string, names: Names) => ({ id, names: names.get(id) ?? {} });

const presentWarning = (
  { code, productId, description, market }: Warning,
  products: Names,
  language: string,
): Worded => ({
  code,
  message: message(language, code, {
    product: description ?? textIn(products.get(productId ?? '') ?? {}, language),
    market: new Intl.DisplayNames([language], { type: 'region' }).of(market) ?? market,
  }),
});

/** Whether an organisation has a part in a shipment. */
export const concerns = (row: ShipmentRow, organisationId: string | null): boolean =>
  organisationId !== null &&
  [row.organisation_id, row.consignee_organisation_id, row.carrier_organisation_id].includes(organisationId);

/** Whether the reader may tell what happened: the consignor, the carrier, the secretariat. */
export function mayRecord(row: ShipmentRow, actor: Actor): boolean {
  const extent = extentOf(freightPolicy, 'freight.recordShipmentEvent', actor.role);
  if (extent === 'all') return true;
  return (
    extent === 'own' &&
    actor.organisationId !== null &&
    [row.organisation_id, row.carrier_organisation_id].includes(actor.organisationId)
  );
}

/** Whether the reader may speak for whoever sends it: its consignor, and the secretariat. */
export function isConsignor(row: ShipmentRow, actor: Actor): boolean {
  const extent = extentOf(freightPolicy, 'freight.updateShipment', actor.role);
  return extent === 'all' || (extent === 'own' && row.organisation_id === actor.organisationId);
}

export const presentShipmentCard = (row: ShipmentRow, names: Names): ShipmentCard => ({
  id: row.id,
  reference: row.reference,
  market: row.market,
  consignor: party(row.organisation_id, names),
  status: row.status,
  grossWeightG: row.gross_weight_g,
  containers: row.containers.length,
  parcels: row.parcels.length,
  lastEventAt: row.last_event_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});

/** A shipment with all that belongs to it, in the reader's language. */
export async function presentShipment(trx: Db, row: ShipmentRow, actor: Actor): Promise<Shipment> {
  const events = await eventsOf(trx, row.id, mostEvents);
  const hubs = await hubsByIds(trx, [
    ...row.road.flatMap((leg) => [leg.fromHubId, leg.toHubId]),
    ...events.flatMap(({ hub_id }) => (hub_id === null ? [] : [hub_id])),
  ]);
  const { consignee_organisation_id: consignee, carrier_organisation_id: carrier } = row;
  const names = await namesOf(
    trx,
    [row.organisation_id, consignee, carrier].filter((id) => id !== null),
  );
  // The consignor could name its own draft; whoever shares the shipment reads the name too.
  const products = await productNames(
    trx,
    row.lines.flatMap(({ productId }) => (productId === null ? [] : [productId])),
    row.organisation_id,
  );
  return {
    id: row.id,
    reference: row.reference,
    market: row.market,
    consignor: party(row.organisation_id, names),
    consignee: consignee === null ? null : party(consignee, names),
    carrier: carrier === null ? null : party(carrier, names),
    status: row.status,
    lines: row.lines.map((line) => ({
      ...line,
      productNames: line.productId === null ? {} : (products.get(line.productId) ?? {}),
    })),
    containers: row.containers,
    parcels: row.parcels,
    road: row.road.map(({ fromHubId, toHubId, ...leg }) => ({
      ...leg,
      from: presentHubBrief(hubs.get(fromHubId)!),
      to: presentHubBrief(hubs.get(toHubId)!),
    })),
    warnings: row.warnings.map((warning) => presentWarning(warning, products, actor.language)),
    events: events.map((event) => ({
      id: event.id,
      kind: event.kind,
      hub: event.hub_id === null ? null : presentHubBrief(hubs.get(event.hub_id)!),
      place: event.place,
      unit: event.unit,
      at: event.at.toISOString(),
      recordedAt: event.recorded_at.toISOString(),
      source: event.source,
      note: event.note,
    })),
    mayRecord: mayRecord(row, actor),
    mayCorrect: isConsignor(row, actor) && !hasEnded(row.status),
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

import type { FreightService, Hub, HubBrief } from '@jiechuan/contract';
import { estimatedKm } from './distance.ts';
import type { HubRow, ServiceRow } from './tables.ts';

export const presentHub = (row: HubRow): Hub => ({
  id: row.id,
  code: row.code,
  names: row.names,
  kind: row.kind,
  country: row.country,
  latitude: row.latitude,
  longitude: row.longitude,
  zone: row.zone,
  unlocode: row.unlocode,
  iata: row.iata,
  temperatureClasses: row.temperature_classes,
  minTransferMinutes: row.min_transfer_minutes,
  storageFenPerTonneDay: row.storage_fen_per_tonne_day,
  confidence: row.confidence,
  source: row.source,
  state: row.state,
  edited: row.edited,
  updatedAt: row.updated_at.toISOString(),
  version: row.version,
});

export const presentHubBrief = ({ id, code, names, country, zone }: HubRow): HubBrief => ({
  id,
  code,
  names,
  country,
  zone,
});

/** @param hubs both ends are there */
export function presentService(row: ServiceRow, hubs: ReadonlyMap<string, HubRow>): FreightService {
  const [from, to] = [hubs.get(row.from_hub_id)!, hubs.get(row.to_hub_id)!];
  return {
    id: row.id,
    code: row.code,
    from: presentHubBrief(from),
    to: presentHubBrief(to),
    mode: row.mode,
    weekdays: row.weekdays,
    departure: row.departure,
    durationMinutes: row.duration_minutes,
    distanceKm: row.distance_km,
    reckonedKm: row.distance_km ?? estimatedKm(row.mode, from, to),
    operator: row.operator,
    tariff: row.tariff,
    temperatureClasses: row.temperature_classes,
    batteries: row.batteries,
    dangerous: row.dangerous,
    capacityKg: row.capacity_kg,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    source: row.source,
    confidence: row.confidence,
    scheduleConfidence: row.schedule_confidence,
    priceConfidence: row.price_confidence,
    note: row.note,
    state: row.state,
    edited: row.edited,
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
}

import type { HubInput, ServiceInput } from '@jiechuan/contract';

type HubFields = Omit<HubInput, 'code'>;
type ServiceFields = Omit<ServiceInput, 'code' | 'fromHubId' | 'toHubId'>;

/** Words a hub is found by: its key, its codes, its names. */
const hubWords = (code: string, hub: HubFields): string =>
  [code, hub.unlocode, hub.iata, ...Object.values(hub.names)].filter(Boolean).join(' ').toLowerCase();

/** The columns of what people write of a hub. */
export const hubColumns = (code: string, hub: HubFields) => ({
  names: JSON.stringify(hub.names),
  kind: hub.kind,
  country: hub.country,
  latitude: hub.latitude,
  longitude: hub.longitude,
  zone: hub.zone,
  unlocode: hub.unlocode,
  iata: hub.iata,
  temperature_classes: hub.temperatureClasses,
  min_transfer_minutes: hub.minTransferMinutes,
  storage_fen_per_tonne_day: hub.storageFenPerTonneDay,
  confidence: hub.confidence,
  source: JSON.stringify(hub.source),
  search_text: hubWords(code, hub),
});

/** The columns of what people write of a service. */
export const serviceColumns = (service: ServiceFields) => ({
  mode: service.mode,
  weekdays: service.weekdays.toSorted(),
  departure: service.departure,
  duration_minutes: service.durationMinutes,
  distance_km: service.distanceKm,
  operator: service.operator,
  tariff: JSON.stringify(service.tariff),
  temperature_classes: service.temperatureClasses,
  batteries: service.batteries,
  dangerous: service.dangerous,
  capacity_kg: service.capacityKg,
  valid_from: service.validFrom,
  valid_until: service.validUntil,
  source: JSON.stringify(service.source),
  confidence: service.confidence,
  schedule_confidence: service.scheduleConfidence,
  price_confidence: service.priceConfidence,
  note: service.note,
});

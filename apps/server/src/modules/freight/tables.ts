import type {
  Confidence,
  FactSource,
  FreightState,
  HubKind,
  Tariff,
  TemperatureClass,
  TransportMode,
} from '@jiechuan/contract';
import type { Generated, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json, Timestamp } from '../../platform/db/tables.ts';

/** What hubs and services have in common: state, where they come from, version. */
interface FactColumns {
  state: Generated<FreightState>;
  shipped: string | null;
  edited: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface FreightHubTable extends FactColumns {
  id: string;
  code: string;
  names: Json<Record<string, string>>;
  kind: HubKind;
  country: string;
  latitude: number;
  longitude: number;
  zone: string;
  unlocode: string | null;
  iata: string | null;
  temperature_classes: TemperatureClass[];
  min_transfer_minutes: number;
  storage_fen_per_tonne_day: number;
  confidence: Confidence;
  source: Json<FactSource>;
  search_text: string;
}
export type HubRow = Selectable<FreightHubTable>;

export interface FreightServiceTable extends FactColumns {
  id: string;
  code: string;
  from_hub_id: string;
  to_hub_id: string;
  mode: TransportMode;
  weekdays: number[];
  departure: string;
  duration_minutes: number;
  distance_km: number | null;
  operator: string | null;
  tariff: Json<Tariff>;
  temperature_classes: TemperatureClass[];
  batteries: boolean;
  dangerous: boolean;
  capacity_kg: number | null;
  valid_from: string;
  valid_until: string | null;
  source: Json<FactSource>;
  confidence: Confidence;
  schedule_confidence: Confidence;
  price_confidence: Confidence;
  note: string | null;
}
export type ServiceRow = Selectable<FreightServiceTable>;

type FreightTables = {
  freight_hub: FreightHubTable;
  freight_service: FreightServiceTable;
};

/** The same connection or transaction, seeing this module's tables. */
export const freight = (trx: Db) => trx.withTables<FreightTables>();

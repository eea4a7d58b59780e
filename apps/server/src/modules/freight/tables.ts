import type {
  Confidence,
  FactSource,
  FreightState,
  HubKind,
  ShipmentEventKind,
  ShipmentInput,
  ShipmentStatus,
  Tariff,
  TemperatureClass,
  TransportMode,
} from '@jiechuan/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';
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

/** What was warned of; worded when it is read, in the reader's language. */
export interface Warning {
  code: 'freight.shippedWithoutPlan';
  /** Null for goods that are only described: no plan can be theirs. */
  productId: string | null;
  description?: string;
  /** ISO 3166-1 alpha-2. */
  market: string;
}

export interface ShipmentTable {
  id: string;
  organisation_id: string;
  consignee_organisation_id: string | null;
  carrier_organisation_id: string | null;
  reference: string;
  market: string;
  lines: Json<ShipmentInput['lines']>;
  road: Json<ShipmentInput['road']>;
  warnings: Json<Warning[]>;
  containers: string[];
  parcels: string[];
  gross_weight_g: number;
  status: Generated<ShipmentStatus>;
  last_event_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  created_by: string | null;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}
export type ShipmentRow = Selectable<ShipmentTable>;

export interface ShipmentEventTable {
  shipment_id: string;
  id: string;
  kind: ShipmentEventKind;
  hub_id: string | null;
  place: string | null;
  unit: string | null;
  at: Date;
  source: string;
  fingerprint: string;
  note: string | null;
  recorded_by: string | null;
  recorded_at: Timestamp;
}
export type ShipmentEventRow = Selectable<ShipmentEventTable>;

type FreightTables = {
  freight_hub: FreightHubTable;
  freight_service: FreightServiceTable;
  shipment: ShipmentTable;
  shipment_event: ShipmentEventTable;
};

/** The same connection or transaction, seeing this module's tables. */
export const freight = (trx: Db) => trx.withTables<FreightTables>();

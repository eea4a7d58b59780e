import { sql, type Kysely } from 'kysely';

/** Shipments and what happened to them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table shipment (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      consignee_organisation_id uuid references organisation,
      carrier_organisation_id uuid references organisation,
      reference text not null,
      market text not null,
      lines jsonb not null,
      road jsonb not null,
      warnings jsonb not null,
      -- Container and parcel numbers, so that a list is found by them.
      containers text[] not null,
      parcels text[] not null,
      gross_weight_g bigint not null,
      -- Both follow from the events; kept here so that a list can be filtered and needs no join.
      status text not null default 'registered' check (status in ('registered', 'in-transit', 'at-hub', 'at-customs',
        'held', 'exception', 'out-for-delivery', 'delivered', 'returned', 'cancelled')),
      last_event_at timestamptz,
      created_by text,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint shipment_reference unique (organisation_id, reference)
    );
    create index shipment_consignor on shipment (organisation_id, id desc);
    create index shipment_consignee on shipment (consignee_organisation_id, id desc)
      where consignee_organisation_id is not null;
    create index shipment_carrier on shipment (carrier_organisation_id, id desc)
      where carrier_organisation_id is not null;
    create index shipment_status on shipment (status, id desc);
    create index shipment_market on shipment (market, id desc);
    create index shipment_by_reference on shipment (reference);
    create index shipment_numbers on shipment using gin ((containers || parcels));

    create table shipment_event (
      shipment_id uuid not null references shipment,
      id uuid not null,
      kind text not null check (kind in ('collected', 'received', 'departed', 'arrived', 'customs-submitted',
        'customs-released', 'held', 'exception', 'out-for-delivery', 'delivered', 'returned', 'cancelled')),
      hub_id uuid references freight_hub,
      place text,
      unit text,
      at timestamptz not null,
      source text not null,
      -- By which a repetition is known: the source's own number, or what the event says.
      fingerprint text not null,
      note text,
      recorded_by text,
      recorded_at timestamptz not null default now(),
      primary key (shipment_id, id),
      constraint shipment_event_once unique (shipment_id, fingerprint)
    );
    create index shipment_event_order on shipment_event (shipment_id, at, id);`.execute(db);
}

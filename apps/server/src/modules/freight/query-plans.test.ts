import { Kysely, PostgresDialect, sql, type CompiledQuery } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Db } from '../../platform/db/database.ts';
import type { PlatformTables } from '../../platform/db/tables.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { admitShipper } from './testing/shipper.ts';
import { hubFor } from './index.ts';
import { pageOfHubs } from './hub.sql.ts';
import { pageOfServices, servicesFrom } from './service.sql.ts';
import { eventsOf, pageOfShipments } from './shipments/shipment.sql.ts';

let app: TestApp;
let pool: pg.Pool;
let db: Db;
let maker: string;
let hub: string;
let sent: CompiledQuery[] = [];

/** A hundred thousand services and shipments, most of them others'. */
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  pool = new pg.Pool({ connectionString: app.connectionString, max: 2 });
  db = new Kysely<PlatformTables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => void sent.push(event.query),
  });
  maker = await admitShipper(app);
  const other = await admitShipper(app);
  hub = (await hubFor(db, { code: 'slawkow' }))!.id;
  const hubColumns = sql.raw(`names, kind, country, latitude, longitude, zone, temperature_classes,
    min_transfer_minutes, storage_fen_per_tonne_day, confidence, source`);
  await sql`
    insert into freight_hub (id, code, search_text, ${hubColumns})
    select gen_random_uuid(), code || '-copy' || n, search_text || ' copy' || n, ${hubColumns}
    from freight_hub cross join generate_series(1, 40) as n`.execute(db);
  const serviceColumns =
    sql.raw(`from_hub_id, to_hub_id, mode, weekdays, departure, duration_minutes, distance_km,
    tariff, temperature_classes, batteries, dangerous, valid_from, source, confidence, schedule_confidence,
    price_confidence`);
  await sql`
    insert into freight_service (id, code, ${serviceColumns})
    select gen_random_uuid(), code || '-copy' || n, ${serviceColumns}
    from freight_service cross join generate_series(1, 170) as n
    where from_hub_id <> ${hub}`.execute(db);
  await sql`
    insert into shipment (id, organisation_id, carrier_organisation_id, reference, market, lines, road, warnings,
      containers, parcels, gross_weight_g, status)
    select gen_random_uuid(), case when n % 500 = 0 then ${maker}::uuid else ${other}::uuid end,
      case when n % 700 = 0 then ${maker}::uuid end, 'R' || n, 'HU', '[]', '[]', '[]',
      array['C' || n], '{}', n, case when n % 900 = 0 then 'held' else 'delivered' end
    from generate_series(1, 100000) as n`.execute(db);
  for (const table of ['freight_hub', 'freight_service', 'shipment'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
}, 240_000);
afterAll(async () => {
  await db.destroy();
  await app.close();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Tables that what `work` sends would read from end to end. */
async function readWhole(work: () => Promise<unknown>): Promise<(string | undefined)[]> {
  sent = [];
  await work();
  const whole: (string | undefined)[] = [];
  for (const query of sent) {
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (format json) ${query.sql}`,
      [...query.parameters],
    );
    whole.push(
      ...nodes(rows[0]!['QUERY PLAN'][0].Plan)
        .filter((node) => node['Node Type'] === 'Seq Scan')
        .map((node) => node['Relation Name']),
    );
  }
  return whole;
}

const active = { state: 'active' as const };
describe('with a hundred thousand rows', () => {
  test.each([
    ['all', {}],
    ['of a kind', { kind: ['border-crossing' as const] }],
    ['of a country', { country: ['PL'] }],
    ['by words', { q: 'slawkow copy7' }],
  ])('a page of hubs %s is found without reading all', async (_, filter) => {
    expect(await readWhole(() => pageOfHubs(db, { ...active, ...filter }, undefined, 21))).toEqual([]);
  });

  test.each([
    ['all', () => ({})],
    ['of a mode', () => ({ mode: ['river' as const] })],
    ['of a hub', () => ({ hub })],
    ['to a hub', () => ({ to: hub })],
  ])('a page of services %s is found without reading all', async (_, filter) => {
    expect(await readWhole(() => pageOfServices(db, { ...active, ...filter() }, undefined, 21))).toEqual([]);
    expect(await readWhole(() => pageOfServices(db, { ...active, ...filter() }, 'rail', 21))).toEqual([]);
  });

  test('what leaves a hub is found without reading all services', async () => {
    expect(await readWhole(() => servicesFrom(db, hub, '2026-11-30', '2026-12-07'))).toEqual([]);
  });

  test.each([
    ['own', () => ({ organisationId: maker })],
    ['own, held', () => ({ organisationId: maker, status: ['held' as const] })],
    ['everybody’s', () => ({ organisationId: null })],
    ['everybody’s of a status', () => ({ organisationId: null, status: ['held' as const] })],
    ['by a container', () => ({ organisationId: null, q: 'C77777' })],
  ])('a page of shipments, %s, is found without reading all', async (_, filter) => {
    expect(await readWhole(() => pageOfShipments(db, filter(), undefined, 21))).toEqual([]);
  });

  test('a shipment’s events are found without reading all', async () => {
    expect(await readWhole(() => eventsOf(db, maker, 500))).not.toContain('shipment');
  });
});

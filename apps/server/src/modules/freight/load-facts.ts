import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Db } from '../../platform/db/database.ts';
import { hubColumns, serviceColumns } from './columns.ts';
import { freightFacts } from './facts/index.ts';
import { freight } from './tables.ts';

const settingKey = 'freight.facts';
const digest = (fact: unknown): string => createHash('sha256').update(JSON.stringify(fact)).digest('hex');
const chunks = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / 500) }, (_, at) => rows.slice(at * 500, (at + 1) * 500));

type Facts = ReturnType<typeof freightFacts>;

/**
 * Brings the shipped hubs and services into the database: new ones are added, those that nobody edited follow the
 * edition, those that are no longer shipped are retired. What people added or changed stays as they left it. Doing it
 * again does nothing.
 * @returns whether anything was to be done
 */
export async function loadFreightFacts(trx: Db, facts: Facts = freightFacts()): Promise<boolean> {
  const edition = digest(facts);
  // One at a time: another process that starts now waits, then finds the edition there.
  await sql`select pg_advisory_xact_lock(hashtext('jiechuan.freight.facts'))`.execute(trx);
  const loaded = await trx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', settingKey)
    .executeTakeFirst();
  if (loaded?.value === edition) return false;
  await loadHubs(trx, facts);
  await loadServices(trx, facts);
  await trx
    .insertInto('setting')
    .values({ key: settingKey, value: JSON.stringify(edition) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(edition) }))
    .execute();
  return true;
}

async function loadHubs(trx: Db, { hubs }: Facts): Promise<void> {
  const rows = hubs.map((hub) => ({
    id: v7(),
    code: hub.code,
    ...hubColumns(hub.code, hub),
    shipped: digest(hub),
  }));
  const columns = Object.keys(rows[0]!).filter((name) => name !== 'id' && name !== 'code') as 'names'[];
  for (const chunk of chunks(rows)) {
    await freight(trx)
      .insertInto('freight_hub')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .column('code')
          .doUpdateSet((row) => ({
            ...Object.fromEntries(columns.map((name) => [name, row.ref(`excluded.${name}`)])),
            state: 'active' as const,
            version: sql<number>`freight_hub.version + 1`,
            updated_at: sql<Date>`now()`,
          }))
          .where(
            sql<boolean>`freight_hub.shipped is not null and not freight_hub.edited
              and (freight_hub.shipped <> excluded.shipped or freight_hub.state = 'retired')`,
          ),
      )
      .execute();
  }
  await retireOthers(
    trx,
    'freight_hub',
    hubs.map(({ code }) => code),
  );
}

async function loadServices(trx: Db, { services }: Facts): Promise<void> {
  const hubs = await freight(trx).selectFrom('freight_hub').select(['code', 'id']).execute();
  const idOf = new Map(hubs.map(({ code, id }) => [code, id]));
  const rows = services.map((service) => ({
    id: v7(),
    code: service.code,
    from_hub_id: idOf.get(service.from)!,
    to_hub_id: idOf.get(service.to)!,
    ...serviceColumns(service),
    shipped: digest(service),
  }));
  const columns = Object.keys(rows[0]!).filter((name) => name !== 'id' && name !== 'code') as 'mode'[];
  for (const chunk of chunks(rows)) {
    await freight(trx)
      .insertInto('freight_service')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .column('code')
          .doUpdateSet((row) => ({
            ...Object.fromEntries(columns.map((name) => [name, row.ref(`excluded.${name}`)])),
            state: 'active' as const,
            version: sql<number>`freight_service.version + 1`,
            updated_at: sql<Date>`now()`,
          }))
          .where(
            sql<boolean>`freight_service.shipped is not null and not freight_service.edited
              and (freight_service.shipped <> excluded.shipped or freight_service.state = 'retired')`,
          ),
      )
      .execute();
  }
  await retireOthers(
    trx,
    'freight_service',
    services.map(({ code }) => code),
  );
}

/** Shipped once, no longer, and touched by nobody: retired. */
const retireOthers = (trx: Db, table: 'freight_hub' | 'freight_service', codes: readonly string[]) =>
  sql`
    update ${sql.table(table)} set state = 'retired', version = version + 1, updated_at = now()
    where shipped is not null and not edited and state = 'active' and not code = any(${codes as string[]})`.execute(
    trx,
  );

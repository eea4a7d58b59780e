import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Db } from '../../platform/db/database.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { freightFacts } from './facts/index.ts';
import { loadFreightFacts } from './load-facts.ts';
import { freight } from './tables.ts';

let app: TestApp;
let db: Db;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  db = app.database.db;
});
afterAll(() => app.close());

const load = (facts?: ReturnType<typeof freightFacts>) =>
  db.transaction().execute((trx) => loadFreightFacts(trx, facts));
const service = (code: string) =>
  freight(db).selectFrom('freight_service').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
const lodz = 'rail-chengdu-railway-port-lodz-olechow';
const moscow = 'rail-chengdu-railway-port-vorsino';

/** The shipped facts as a later edition might have them. */
const edition = (hours: number, dropped?: string) => {
  const { hubs, services } = freightFacts();
  return {
    hubs,
    services: services
      .filter(({ code }) => code !== dropped)
      .map((one) =>
        one.code === lodz || one.code === moscow ? { ...one, durationMinutes: hours * 60 } : one,
      ),
  };
};

test('after a start everything shipped is there, and loading again does nothing', async () => {
  const { hubs, services } = freightFacts();
  const count = async (table: 'freight_hub' | 'freight_service') =>
    (await freight(db).selectFrom(table).select('id').execute()).length;
  expect([await count('freight_hub'), await count('freight_service')]).toEqual([
    hubs.length,
    services.length,
  ]);
  expect(await load()).toBe(false);
});

test('five starts at once load an edition once', async () => {
  const next = edition(300);
  const outcome = await Promise.all(Array.from({ length: 5 }, () => load(next)));
  expect(outcome.filter(Boolean)).toHaveLength(1);
  expect(await service(lodz)).toMatchObject({ duration_minutes: 18_000, version: 2 });
});

test('a row that somebody edited stays as it is, the others follow', async () => {
  await freight(db)
    .updateTable('freight_service')
    .set({ edited: true, duration_minutes: 17_000 })
    .where('code', '=', lodz)
    .execute();
  await load(edition(310));
  expect(await service(lodz)).toMatchObject({ duration_minutes: 17_000 });
  expect(await service(moscow)).toMatchObject({ duration_minutes: 18_600 });
});

test('what an edition no longer has is retired and comes back with it', async () => {
  await load(edition(310, moscow));
  expect(await service(moscow)).toMatchObject({ state: 'retired' });
  await load(edition(310));
  expect(await service(moscow)).toMatchObject({ state: 'active' });
});

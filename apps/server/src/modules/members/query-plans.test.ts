import { Kysely, PostgresDialect, sql, type CompiledQuery } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { systemActor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import type { PlatformTables } from '../../platform/db/tables.ts';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { demoOrganisations, insertDemoOrganisations } from './index.ts';
import { listMembers } from './list-members.ts';
import { listResources } from './list-resources.ts';

let app: TestApp;
let pool: pg.Pool;
let db: Db;
let sent: CompiledQuery[] = [];

/** 100,000 organisations: demo ones, copied with other ids, dates and a word of their own. */
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
  pool = new pg.Pool({ connectionString: app.connectionString, max: 2 });
  db = new Kysely<PlatformTables>({
    dialect: new PostgresDialect({ pool }),
    log: (event) => void sent.push(event.query),
  });
  await insertDemoOrganisations(db, demoOrganisations(1000, 1));
  const same = sql.raw(`kind, state, registration_number, country, continent, place_code, city, names,
    descriptions, website, founded_year, employees, export_licence, languages, tags, region, contact, demo`);
  await sql`
    insert into organisation (id, sort_key, search, search_text, admitted_at, resource_kinds, ${same})
    select gen_random_uuid(), sort_key || copy, search || array_to_tsvector(array['copy' || copy]),
      search_text || ' copy' || copy, admitted_at + copy * interval '1 minute', resource_kinds, ${same}
    from organisation cross join generate_series(1, 92) as copy`.execute(db);
  const offered = sql.raw(`organisation_id, kind, country, capacity_amount, capacity_unit, temperature_class,
    descriptions, contact, search, search_text`);
  await sql`
    insert into resource (id, city, ${offered})
    select gen_random_uuid(), city || copy, ${offered}
    from resource cross join generate_series(1, 400) as copy`.execute(db);
  await sql`vacuum analyze organisation`.execute(db);
  await sql`vacuum analyze resource`.execute(db);
});
afterAll(async () => {
  await db.destroy();
  await app.close();
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** The plans of the statements that `work` sends. */
async function plansOf(work: () => Promise<unknown>): Promise<Plan[][]> {
  sent = [];
  await work();
  const plans: Plan[][] = [];
  for (const query of sent) {
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (format json) ${query.sql}`,
      [...query.parameters],
    );
    plans.push(nodes(rows[0]!['QUERY PLAN'][0].Plan));
  }
  return plans;
}

const readWhole = (plans: Plan[][]) =>
  plans
    .flat()
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name'])
    .filter((name) => name === 'organisation' || name === 'resource');

describe('with a hundred thousand organisations', () => {
  test.each(['newest', 'name'] as const)(
    'a page in order of %s is read off its index, unsorted',
    async (sort) => {
      const [page] = await plansOf(() => listMembers(db, { limit: 20, sort }));
      expect(page!.map((node) => node['Node Type'])).toEqual(['Limit', 'Index Scan']);
    },
  );

  test('a later page begins at its place in the index', async () => {
    const { nextCursor } = await listMembers(db, { limit: 20, sort: 'newest' });
    const [page] = await plansOf(() => listMembers(db, { limit: 20, sort: 'newest', cursor: nextCursor! }));
    expect(page!.map((node) => node['Node Type'])).toEqual(['Limit', 'Index Scan']);
  });

  test.each([
    ['country', { country: ['HU'] }],
    ['kind', { kind: ['association' as const] }],
    ['place', { place: ['5110', '512000'] }],
    ['resource', { resource: ['lawyer' as const] }],
    ['tag', { tag: ['photovoltaics' as const], country: ['HU'] }],
    ['words', { q: 'Budapest copy7' }],
    ['misspelt words', { q: 'Budapets Tradng Huose' }],
  ])('members by %s are found without reading everybody', async (_, filter) => {
    const plans = await plansOf(() => listMembers(db, { limit: 20, sort: 'newest', ...filter }));
    expect(plans.length).toBeGreaterThanOrEqual(2);
    expect(readWhole(plans)).toEqual([]);
  });

  test.each(['place', 'member'] as const)(
    'resources in order of %s are read off an index, on a later page too',
    async (sort) => {
      const ask = { limit: 20, sort };
      const { nextCursor } = await listResources(db, systemActor('test'), ask);
      for (const cursor of [undefined, nextCursor!]) {
        const [page] = await plansOf(() =>
          listResources(db, systemActor('test'), { ...ask, ...(cursor && { cursor }) }),
        );
        expect(readWhole([page!])).toEqual([]);
        expect(page!.map((node) => node['Node Type'])).not.toContain('Sort');
      }
    },
  );

  test.each([
    ['place', { country: ['HU'], city: 'Budapest7' }],
    ['words', { q: 'chilled Budapest' }],
  ])('resources by %s are found without reading all', async (_, filter) => {
    const plans = await plansOf(() =>
      listResources(db, systemActor('test'), { limit: 20, sort: 'newest', ...filter }),
    );
    expect(readWhole(plans)).toEqual([]);
  });
});

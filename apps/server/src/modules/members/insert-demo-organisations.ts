import type { Db } from '../../platform/db/database.ts';
import { systemActor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { DemoOrganisation } from './demo-organisations.ts';
import { demoCharters } from './demo-vocabulary.ts';
import { organisationWords, resourceWords } from './organisation-words.ts';
import { sortKey } from './reindex-organisation.ts';
import { normaliseSpelling } from '../../platform/text/index.ts';
import { members } from './tables.ts';

// PostgreSQL takes at most 65,535 parameters a statement.
const chunk = 500;

/**
 * Puts demo organisations in at once, admitted and flagged demo, with aliases, resources, history and
 * affiliations, and the demo charter with its signatories.
 */
export async function insertDemoOrganisations(trx: Db, rows: readonly DemoOrganisation[]): Promise<void> {
  const organisations = rows.map(organisationRow);
  const aliases = rows.flatMap((row) =>
    row.aliases.map((alias) => ({
      organisation_id: row.id,
      normalised: normaliseSpelling(alias.text),
      about: 'body' as const,
      kind: 'transliteration' as const,
      source: null,
      quote: null,
      ...alias,
    })),
  );
  const resources = rows.flatMap(resourceRows);
  const moves = rows.map((row) => ({
    organisation_id: row.id,
    id: row.id,
    from_state: null,
    to_state: 'admitted' as const,
    reason: '示范数据 · demo data',
    person_id: null,
    person_name: 'demo',
    at: row.admittedAt,
  }));
  const associations = rows.filter(({ kind }) => kind === 'association');
  const affiliations = associations.flatMap(({ id, city, country }) =>
    rows
      .filter((row) => row.id !== id && row.city === city && row.country === country && city !== null)
      .map((row) => ({ association_id: id, member_id: row.id })),
  );
  const db = members(trx);
  for (const part of parts(organisations)) await db.insertInto('organisation').values(part).execute();
  for (const part of parts(aliases)) await db.insertInto('organisation_alias').values(part).execute();
  for (const part of parts(resources)) await db.insertInto('resource').values(part).execute();
  for (const part of parts(moves)) await db.insertInto('organisation_move').values(part).execute();
  for (const part of parts(affiliations)) await db.insertInto('affiliation').values(part).execute();
  await insertDemoCharter(trx, rows);
  await recordAudit(trx, systemActor('seed'), {
    action: 'members.insertDemoOrganisations',
    subjectKind: 'organisation',
    subjectId: 'demo',
    before: null,
    after: { organisations: rows.length },
  });
}

const parts = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) =>
    rows.slice(index * chunk, (index + 1) * chunk),
  );

function organisationRow(row: DemoOrganisation) {
  const fields = {
    id: row.id,
    kind: row.kind,
    country: row.country,
    continent: row.continent,
    credit_code: row.creditCode,
    place_code: row.placeCode,
    city: row.city,
    languages: row.languages,
    tags: row.tags,
    region: row.region,
  };
  const words = organisationWords(
    { ...fields, names: row.names, descriptions: row.descriptions },
    row.aliases,
    row.resources.map((one) => ({ ...one, temperature_class: one.temperatureClass })),
  );
  return {
    ...fields,
    state: 'admitted' as const,
    registration_number: null,
    names: JSON.stringify(row.names),
    descriptions: JSON.stringify(row.descriptions),
    website: null,
    founded_year: row.foundedYear,
    employees: row.employees,
    export_licence: null,
    contact: JSON.stringify(row.contact),
    logo_file_id: null,
    resource_kinds: [...new Set(row.resources.map(({ kind }) => kind))].toSorted(),
    sort_key: sortKey(row.names),
    search: words.vector,
    search_text: words.text,
    admitted_at: row.admittedAt,
    demo: true,
  };
}

const resourceRows = (row: DemoOrganisation) =>
  row.resources.map((one) => {
    const fields = {
      organisation_id: row.id,
      id: one.id,
      kind: one.kind,
      country: one.country,
      city: one.city,
      capacity_amount: one.capacity?.amount ?? null,
      capacity_unit: one.capacity?.unit ?? null,
      temperature_class: one.temperatureClass,
    };
    const words = resourceWords({ ...fields, descriptions: one.descriptions });
    return {
      ...fields,
      descriptions: JSON.stringify(one.descriptions),
      contact: JSON.stringify(one.contact),
      search: words.vector,
      search_text: words.text,
      demo: true,
    };
  });

/** The demo charter's versions where there is none yet, and its signatories: the first bodies of the demo alliance. */
async function insertDemoCharter(trx: Db, rows: readonly DemoOrganisation[]): Promise<void> {
  const db = members(trx);
  const there = await db.selectFrom('charter_version').select('number').limit(1).executeTakeFirst();
  if (there) return;
  const versions = demoCharters.map(({ adoptedOn, texts }, index) => ({
    number: index + 1,
    adopted_on: adoptedOn,
    texts: JSON.stringify(texts),
    published_by: null,
    demo: true,
  }));
  await db.insertInto('charter_version').values(versions).execute();
  const founders = rows.filter(({ kind }) => kind !== 'enterprise').slice(0, 12);
  if (founders.length === 0) return;
  const signatories = founders.map((row, index) => ({
    id: row.id,
    names: JSON.stringify({
      'zh-CN': `示范签署人 ${index + 1}`,
      en: `Demo Signatory ${index + 1}`,
      ru: `Демо: подписавший ${index + 1}`,
    }),
    organisation_id: row.id,
    signed_on: demoCharters[0]!.adoptedOn,
    charter_number: 1,
    demo: true,
  }));
  await db.insertInto('founding_signatory').values(signatories).execute();
}

import type {
  exportApplicationsCsv,
  exportMembersCsv,
  exportResourcesCsv,
  OrganisationCard,
  QueryOf,
} from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { itemsOf } from '../../platform/sheets/index.ts';
import { listApplications } from './list-applications.ts';
import { listMembers } from './list-members.ts';
import { listResources } from './list-resources.ts';
import { membersProblems } from './problems.ts';

/** Refuses a list that is longer than a sheet takes. @throws Problem members.exportTooLarge */
export const tooLarge = (most: number): never => {
  throw new Problem(membersProblems.exportTooLarge, { most });
};

/** The directory, worded in the reader's language; nothing in it that a visitor may not see. @throws Problem members.exportTooLarge */
export async function* membersSheet(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof exportMembersCsv>,
): AsyncGenerator<string[]> {
  const say = wordsFor(actor.language);
  const items = await itemsOf(
    (cursor) => listMembers(trx, { ...query, ...cursor, limit: 100, sort: 'newest' }),
    tooLarge,
  );
  yield [
    'zh',
    'en',
    'ru',
    'kind',
    'country',
    'city',
    'place',
    'tags',
    'languages',
    'resources',
    'admitted',
  ].map((column) => say.message(`sheet.${column}`));
  for await (const one of items) yield memberCells(one, say);
}

const memberCells = (one: OrganisationCard, say: ReturnType<typeof wordsFor>): string[] => [
  ...namesOf(one.names),
  say.message(`kind.${one.kind}`),
  say.country(one.country),
  one.place.city ?? '',
  one.place.code ?? '',
  one.tags.map((tag) => say.message(`tag.${tag}`)).join('; '),
  one.languages.join('; '),
  one.resourceKinds.map((kind) => say.message(`resource.${kind}`)).join('; '),
  one.admittedAt?.slice(0, 10) ?? '',
];

/** What members offer, without whom to ask for it. @throws Problem members.exportTooLarge */
export async function* resourcesSheet(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof exportResourcesCsv>,
): AsyncGenerator<string[]> {
  const say = wordsFor(actor.language);
  const items = await itemsOf(
    (cursor) => listResources(trx, actor, { ...query, ...cursor, limit: 100, sort: 'newest' }),
    tooLarge,
  );
  yield ['kind', 'country', 'city', 'temperature', 'amount', 'unit', 'about', 'zh', 'en', 'ru'].map(
    (column) => say.message(`sheet.${column}`),
  );
  for await (const one of items)
    yield [
      say.message(`resource.${one.kind}`),
      say.country(one.country),
      one.city,
      one.temperatureClass ? say.message(`temperature.${one.temperatureClass}`) : '',
      one.capacity ? String(one.capacity.amount) : '',
      one.capacity?.unit ?? '',
      one.descriptions[actor.language] ?? Object.values(one.descriptions)[0] ?? '',
      ...namesOf(one.organisationNames),
    ];
}

/** Who has applied and what became of it, as far as the actor may see; without contacts. @throws Problem members.exportTooLarge */
export async function* applicationsSheet(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof exportApplicationsCsv>,
  extent: 'all' | 'own',
): AsyncGenerator<string[]> {
  const say = wordsFor(actor.language);
  const items = await itemsOf(
    (cursor) => listApplications(trx, actor, { ...query, ...cursor, limit: 100 }, extent),
    tooLarge,
  );
  yield [
    'zh',
    'en',
    'ru',
    'kind',
    'country',
    'city',
    'place',
    'applicationState',
    'submitted',
    'decided',
    'language',
  ].map((column) => say.message(`sheet.${column}`));
  for await (const { organisation, state, submittedAt, decidedAt, language } of items)
    yield [
      ...namesOf(organisation.names),
      say.message(`kind.${organisation.kind}`),
      say.country(organisation.country),
      organisation.place.city ?? '',
      organisation.place.code ?? '',
      say.message(`applicationState.${state}`),
      submittedAt.slice(0, 10),
      decidedAt?.slice(0, 10) ?? '',
      language,
    ];
}

const namesOf = (names: Record<string, string>): string[] =>
  ['zh-CN', 'en', 'ru'].map((language) => names[language] ?? '');

const wordsFor = (language: string) => {
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  return {
    message: (code: string) => message(language, `members.${code}`),
    country: (code: string) => countries.of(code) ?? code,
  };
};

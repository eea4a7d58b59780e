import {
  mostSheetRows,
  type exportApplicationsCsv,
  type exportMembersCsv,
  type exportResourcesCsv,
  type OrganisationCard,
  type QueryOf,
} from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { sheetOf, type SheetRows } from '../../platform/sheets/index.ts';
import { listApplications } from './list-applications.ts';
import { listMembers } from './list-members.ts';
import { listResources } from './list-resources.ts';
import { membersProblems } from './problems.ts';

/** The directory, worded in the reader's language; nothing in it that a visitor may not see. @throws Problem members.exportTooLarge */
export function membersSheet(trx: Db, actor: Actor, query: QueryOf<typeof exportMembersCsv>): SheetRows {
  const say = wordsFor(actor.language);
  const headings = [
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
  return sheetOf(
    headings,
    (cursor) => listMembers(trx, { ...query, ...cursor, limit: 100, sort: 'newest' }),
    (one) => memberCells(one, say),
    tooLarge,
  );
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
export function resourcesSheet(trx: Db, actor: Actor, query: QueryOf<typeof exportResourcesCsv>): SheetRows {
  const say = wordsFor(actor.language);
  const headings = [
    'kind',
    'country',
    'city',
    'temperature',
    'amount',
    'unit',
    'about',
    'zh',
    'en',
    'ru',
  ].map((column) => say.message(`sheet.${column}`));
  return sheetOf(
    headings,
    (cursor) => listResources(trx, actor, { ...query, ...cursor, limit: 100, sort: 'newest' }),
    (one) => [
      say.message(`resource.${one.kind}`),
      say.country(one.country),
      one.city,
      one.temperatureClass ? say.message(`temperature.${one.temperatureClass}`) : '',
      one.capacity ? String(one.capacity.amount) : '',
      one.capacity?.unit ?? '',
      one.descriptions[actor.language] ?? Object.values(one.descriptions)[0] ?? '',
      ...namesOf(one.organisationNames),
    ],
    tooLarge,
  );
}

/** Who has applied and what became of it, as far as the actor may see; without contacts. @throws Problem members.exportTooLarge */
export function applicationsSheet(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof exportApplicationsCsv>,
  extent: 'all' | 'own',
): SheetRows {
  const say = wordsFor(actor.language);
  const headings = [
    'zh',
    'en',
    'ru',
    'kind',
    'country',
    'city',
    'place',
    'applicationState',
    'waitsFor',
    'submitted',
    'decided',
    'language',
  ].map((column) => say.message(`sheet.${column}`));
  return sheetOf(
    headings,
    (cursor) => listApplications(trx, actor, { ...query, ...cursor, limit: 100 }, extent),
    ({ organisation, state, waitsFor, submittedAt, decidedAt, language }) => [
      ...namesOf(organisation.names),
      say.message(`kind.${organisation.kind}`),
      say.country(organisation.country),
      organisation.place.city ?? '',
      organisation.place.code ?? '',
      say.message(`applicationState.${state}`),
      waitsFor ? say.message(`waitsFor.${waitsFor}`) : '',
      submittedAt.slice(0, 10),
      decidedAt?.slice(0, 10) ?? '',
      language,
    ],
    tooLarge,
  );
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

/** @throws Problem members.exportTooLarge */
export const tooLarge = (): never => {
  throw new Problem(membersProblems.exportTooLarge, { most: mostSheetRows });
};

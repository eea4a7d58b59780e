import {
  mostSheetRows,
  type exportMembersCsv,
  type exportResourcesCsv,
  type OrganisationCard,
  type QueryOf,
} from '@jiechuan/contract';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem } from '../../platform/errors.ts';
import { message } from '../../platform/i18n/messages.ts';
import { csvStream, neutralise, workbookStream } from '../../platform/sheets/index.ts';
import { listMembers } from './list-members.ts';
import { listResources } from './list-resources.ts';
import { membersProblems } from './problems.ts';

type Rows = AsyncGenerator<string[]>;

/** Sends a list as a file: CSV as the reader takes it, or a workbook, by the ending of its name. */
export async function takeAway(reply: FastifyReply, name: string, rows: Rows): Promise<Readable> {
  reply.header('content-disposition', `attachment; filename="${name}"`);
  // The headings come first, and with them a refusal of a list that is too long.
  const { value: headings } = await rows.next();
  async function* all() {
    yield headings as string[];
    for await (const row of rows) yield row.map(neutralise);
  }
  return name.endsWith('.csv') ? csvStream(all()) : workbookStream(all(), mostSheetRows, tooLarge);
}

/** The directory, worded in the reader's language; nothing in it that a visitor may not see. @throws Problem members.exportTooLarge */
export async function* membersSheet(
  trx: Db,
  actor: Actor,
  query: QueryOf<typeof exportMembersCsv>,
): AsyncGenerator<string[]> {
  const say = wordsFor(actor.language);
  const pages = everyPage((cursor) => listMembers(trx, { ...query, ...cursor, limit: 100, sort: 'newest' }));
  const first = await begin(pages);
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
  for await (const one of all(first, pages)) yield memberCells(one, say);
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
  const pages = everyPage((cursor) => listResources(trx, actor, { ...query, ...cursor, limit: 100 }));
  const first = await begin(pages);
  yield ['kind', 'country', 'city', 'temperature', 'amount', 'unit', 'about', 'zh', 'en', 'ru'].map(
    (column) => say.message(`sheet.${column}`),
  );
  for await (const one of all(first, pages))
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

const namesOf = (names: Record<string, string>): string[] =>
  ['zh-CN', 'en', 'ru'].map((language) => names[language] ?? '');

const wordsFor = (language: string) => {
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  return {
    message: (code: string) => message(language, `members.${code}`),
    country: (code: string) => countries.of(code) ?? code,
  };
};

interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
}

async function* everyPage<T>(
  read: (cursor: { cursor?: string }) => Promise<Page<T>>,
): AsyncGenerator<Page<T>> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page<T> = await read(cursor === undefined ? {} : { cursor });
    yield page;
    cursor = page.nextCursor;
  }
}

/** The first page, unless it tells of more than a sheet takes. */
async function begin<T>(pages: AsyncGenerator<Page<T>>): Promise<T[]> {
  const { value } = await pages.next();
  const { items, total } = value as Page<T>;
  return total > mostSheetRows ? tooLarge() : items;
}

async function* all<T>(first: readonly T[], pages: AsyncGenerator<Page<T>>): AsyncGenerator<T> {
  yield* first;
  for await (const { items } of pages) yield* items;
}

const tooLarge = (): never => {
  throw new Problem(membersProblems.exportTooLarge, { most: mostSheetRows });
};

import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exportProductsCsv, importTerms, isCurrency, largestImport } from '@jiechuan/contract';
import type { App } from '../app.ts';
import {
  bringIn,
  createProductList,
  exportCsv,
  exportWorkbook,
  listImportErrors,
} from '../modules/catalogue/index.ts';
import { findEnterprise } from '../modules/members/index.ts';
import { systemActor, type Actor } from '../platform/actor.ts';
import { defineProblems, Problem } from '../platform/errors.ts';
import { fileProblems } from '../platform/files/files.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withApp } from './with-app.ts';

const problems = defineProblems('cli', {
  noEnterprise: 404,
  noFile: 404,
  noFolder: 404,
  noFormat: 422,
  badTerms: 422,
});

/** Most bad rows that are told; the page of the import shows them all. */
const mostTold = 100;

/** The command line in an enterprise's name, as the audit log will say. */
async function actorFor(app: App, called: string): Promise<Actor> {
  const found = await findEnterprise(app.database.db, called);
  if (!found) throw new Problem(problems.noEnterprise, { called });
  return {
    ...systemActor('command line'),
    role: 'enterprise',
    organisationId: found.id,
    organisationRole: 'owner',
    language: terminalLanguage,
  };
}

export interface ImportOptions {
  enterprise: string;
  dryRun: boolean;
  publish: boolean;
  currency?: string;
  terms?: string;
}

/** What plain prices are told in, as the options say. @throws Problem cli.badTerms */
function termsOf({ currency, terms }: ImportOptions) {
  const [, incoterm, place] = /^(\S+)\s+(.+)$/.exec(terms?.trim() ?? '') ?? [];
  const read = importTerms.safeParse({
    currency: currency?.toUpperCase() ?? null,
    incoterm: incoterm?.toUpperCase() ?? null,
    place: place ?? null,
  });
  if (!read.success || (terms !== undefined && !incoterm)) throw new Problem(problems.badTerms);
  if (read.data.currency !== null && !isCurrency(read.data.currency)) throw new Problem(problems.badTerms);
  return read.data;
}

/** Brings a product list in; exit code 3 when rows of it are bad, which are told with their reasons. */
export async function importCommand(file: string, options: ImportOptions): Promise<Told> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Problem(problems.noFile, { file });
  const terms = termsOf(options);
  return withApp(async (app) => {
    const actor = await actorFor(app, options.enterprise);
    if (found.size > largestImport) throw new Problem(fileProblems.tooLarge, { limit: largestImport });
    const sent = { open: () => createReadStream(file), bytes: found.size, name: path.basename(file) };
    const done = await bringIn(app.ground, actor, { ...options, terms, file: sent });
    if (done.problem) return { lines: [done.problem.message], value: done, exitCode: 1 };
    const { items } = await listImportErrors(app.database.db, actor, { id: done.id, limit: mostTold });
    const { good, bad, created, updated, unchanged, incomplete } = done.progress;
    const say = (code: string, params: Record<string, string | number>) =>
      message(terminalLanguage, `cli.${code}`, params);
    const told = items.flatMap(({ row, problems: faults }) =>
      faults.map((fault) =>
        say('badCell', { row, column: fault.column ?? '–', value: fault.value, reason: fault.message }),
      ),
    );
    return {
      lines: [
        say(options.dryRun ? 'wouldImport' : 'imported', { good, bad, created, updated, unchanged }),
        ...(incomplete > 0
          ? [
              say('incomplete', {
                count: incomplete,
                fields: done.lacking.map(({ name, rows }) => `${name} (${rows})`).join(', '),
              }),
            ]
          : []),
        ...told,
        ...(bad > items.length ? [say('moreBadRows', { count: bad - items.length })] : []),
      ],
      value: { ...done, errors: items },
      exitCode: bad > 0 ? 3 : 0,
    };
  });
}

export interface ExportOptions {
  enterprise: string;
  language?: string;
}

const writers = new Map([
  ['.csv', exportCsv],
  ['.xlsx', exportWorkbook],
]);

/**
 * Writes an enterprise's products, drafts included, as CSV or XLSX by the file's ending; whole or not at all.
 * @throws Problem cli.noFormat, cli.noFolder, cli.noEnterprise
 */
export async function exportCommand(file: string, options: ExportOptions): Promise<Told> {
  const write = writers.get(path.extname(file).toLowerCase());
  if (!write) throw new Problem(problems.noFormat, { file, formats: [...writers.keys()].join(', ') });
  const folder = path.dirname(path.resolve(file));
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Problem(problems.noFolder, { folder });
  return withApp(async (app) => {
    const actor = await actorFor(app, options.enterprise);
    const query = exportProductsCsv.query.parse({
      mine: 'true',
      language: options.language ?? terminalLanguage,
    });
    const part = `${file}.part`;
    try {
      await pipeline(
        await write(app.database.db, actor, query, createProductList()),
        createWriteStream(part),
      );
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    const { size } = await stat(file);
    return {
      lines: [message(terminalLanguage, 'cli.exported', { file, bytes: size })],
      value: { file, bytes: size },
    };
  });
}

import { setTimeout } from 'node:timers/promises';
import { recordAudit } from '../../../platform/audit/record.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/errors.ts';
import { inTransaction } from '../../../platform/http/transaction.ts';
import type { Ground } from '../../../platform/module.ts';
import { organisationCards } from '../../members/index.ts';
import { catalogueEvents, type ProductsImported } from '../events.ts';
import { catalogueProblems } from '../problems.ts';
import { readRows } from '../sheet/read-rows.ts';
import { cut } from '../sheet/text.ts';
import { checkRows, readRow, type Checked, type ReadRow } from './check-rows.ts';
import { finish, keepBadRows, moveOn, stalledImports } from './import.sql.ts';
import { prepareRows, type Prepared } from './prepare-rows.ts';
import { longestCell, readersFor, type Reader } from './read-product.ts';
import { sparingMemory } from './sparing-memory.ts';
import { imports, type ImportRow } from './tables.ts';
import { knownProducts, writeProducts, type Known } from './write-products.sql.ts';

/**
 * Rows of one transaction: what a killed server has to read again, and how long others wait. Lexemes of 1,000 rows are
 * sorted in together for less than twice those of 500, but 500 rows more are 50 MB more in memory: a long list has fewer at
 * once. The first ones are few, so that PostgreSQL has work soon, and towards the end half of what is left each time: while
 * the last ones are written there is nothing more to prepare.
 */
const batchSize = { short: 1000, long: 300 };
/** Batches written at once, while the next is prepared: two of a short list, so that neither processor waits for the other. */
const lanes = { short: 2, long: 1 };
const fewest = 200;
/** Milliseconds that a batch, once it is written beside the one before, waits for that one to be in. */
const longestWait = 10_000;
const sizeOf = (left: number, most: number): number => Math.min(most, Math.max(fewest, Math.ceil(left / 2)));
/** A list up to here is done in seconds: clearing memory meanwhile would cost it a fifth more of the processors' time. */
const shortList = 20_000;

export const importQueue = 'catalogue.import';
export interface ImportJob {
  importId: string;
  attempt: number;
}
type Needs = Pick<Ground, 'db' | 'events' | 'files'>;

/**
 * Works an import to its end, from where the last committed batch stopped. Rows and progress commit
 * together, so it may be killed and called again at any moment; a job of an earlier start does nothing.
 * @param onBatch told after each commit, with the sheet's row
 */
export async function workImport(
  ground: Needs,
  { importId, attempt }: ImportJob,
  onBatch: (row: number) => void = () => {},
): Promise<void> {
  const row = await imports(ground.db)
    .selectFrom('product_import')
    .selectAll()
    .where('id', '=', importId)
    .where('attempt', '=', attempt)
    .where('state', 'in', ['checking', 'running'])
    .executeTakeFirst();
  if (!row) return;
  try {
    const pace = row.rows_total <= shortList ? 'short' : 'long';
    const work = () => workRows(ground, row, pace, onBatch);
    const ended = await (pace === 'short' ? work() : sparingMemory(work));
    if (ended) await endImport(ground, row, null);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await endImport(ground, row, { code: error.code, params: error.params });
  }
}

/**
 * Ends an attempt. Who follows changed products hears of all of them together and only now: plans and demands would
 * otherwise be worked again for every batch, and take the processors from the import.
 */
const endImport = (ground: Needs, row: ImportRow, problem: Parameters<typeof finish>[2]): Promise<void> =>
  inTransaction(ground.db, { retry: true }, async (trx) => {
    if (!(await finish(trx, row, problem))) return;
    await ground.events.publish<ProductsImported>(trx, catalogueEvents.imported, {
      organisationId: row.organisation_id,
      since: row.started_at!.toISOString(),
    });
  });

/** @returns false where another worker has taken over */
async function workRows(
  ground: Needs,
  row: ImportRow,
  pace: keyof typeof batchSize,
  onBatch: (row: number) => void,
): Promise<boolean> {
  const file = await ground.files.find(ground.db, row.file_id);
  const content = file && (await ground.files.open(file));
  if (!content) throw new Problem(catalogueProblems.importFileGone);
  const readers = readersFor(row.columns, row.terms);
  const skuColumn = readers.filter(({ key }) => key === 'sku');
  const seen = new Map<string, number>();
  let last = Promise.resolve(true);
  let reached = row.row_reached;
  const write = (rows: readonly ReadRow[], prepared: Prepared): Promise<boolean> => {
    const at = rows.at(-1)!.row;
    last = writeBatch(ground.db, row, readers, { rows, from: reached, ...prepared }, last).then((moved) => {
      if (moved) onBatch(at);
      return moved;
    });
    reached = at;
    // Its failure is met at the next await; until then it isn't one that nobody hears.
    last.catch(() => {});
    return last;
  };
  const prepare = (batch: readonly ReadRow[]) =>
    prepareRows(ground.db, row.organisation_id, batch, readers, row);
  let batch: ReadRow[] = [];
  let size = fewest;
  let left = row.rows_total;
  // Batches are read and prepared while those before them are written.
  const unwritten: Promise<boolean>[] = [];
  try {
    for await (const sheetRow of readRows(content, row.encoding, row.delimiter)) {
      if (sheetRow.row === 1 || sheetRow.cells.every((cell) => cell.trim() === '')) continue;
      left -= 1;
      if (sheetRow.row <= row.row_reached) {
        // Done before the stop: only its SKU is remembered.
        readRow(sheetRow, skuColumn, seen);
        continue;
      }
      batch.push(readRow(sheetRow, readers, seen));
      if (batch.length < size) continue;
      const prepared = await prepare(batch);
      if (unwritten.length === lanes[pace] && !(await unwritten.shift())) return false;
      unwritten.push(write(batch, prepared));
      batch = [];
      size = sizeOf(left, batchSize[pace]);
    }
    if (batch.length > 0) unwritten.push(write(batch, await prepare(batch)));
  } finally {
    // Also where the rest of the file can't be read: nobody writes on after the end is told.
    await Promise.allSettled(unwritten);
  }
  return last;
}

/**
 * Writes a batch after the one before it. Where all its products are new, nearly all of it is done beside that one, in a
 * transaction that ends after it: its rows are its own, and its words are there already (`prepareRows`), so that neither
 * waits for the other. PostgreSQL can't see a circle that closes by the waiting in here, so this ends after a while,
 * with the transaction; then the batch is written by itself.
 * @param before whether the one before is written, once that is known
 * @returns false where another worker has taken over
 */
async function writeBatch(
  db: Db,
  row: ImportRow,
  readers: readonly Reader[],
  batch: { rows: readonly ReadRow[]; from: number } & Prepared,
  before: Promise<boolean>,
): Promise<boolean> {
  await batch.words;
  if (batch.allNew) {
    try {
      await inTransaction(db, { retry: false }, async (trx) => {
        const turn = () => within(longestWait, before);
        if (!(await workBatch(trx, row, readers, batch, turn))) throw new Error('not in turn');
      });
      return true;
    } catch {
      // Whatever it was: by itself the batch is written, or says why not.
    }
  }
  if (!(await before)) return false;
  return inTransaction(db, { retry: true }, (trx) => workBatch(trx, row, readers, batch, null));
}

/** What is known after so many milliseconds: false where nothing is. */
async function within(ms: number, known: Promise<boolean>): Promise<boolean> {
  const over = new AbortController();
  const late = setTimeout(ms, false, { signal: over.signal });
  late.catch(() => {});
  return Promise.race([known, late]).finally(() => over.abort());
}

/**
 * @param before whether the batch before is written, where that isn't known yet
 * @returns false where this one isn't next: what was written of it must not stay
 */
async function workBatch(
  trx: Db,
  row: ImportRow,
  readers: readonly Reader[],
  { rows: batch, from }: { rows: readonly ReadRow[]; from: number },
  before: (() => Promise<boolean>) | null,
): Promise<boolean> {
  const { organisation_id: organisationId, actor } = row;
  // Where all were new when they were prepared, one that came since stops the writing, and the batch is done by itself.
  const known = before
    ? new Map<string, Known>()
    : await knownProducts(
        trx,
        organisationId,
        batch.map(({ said }) => said.sku),
      );
  const makers = await organisationCards(trx, [organisationId]);
  const admitted = makers.has(organisationId);
  const checked = checkRows(batch, known, readers, { publish: row.publish, admitted });
  const counted = count(batch, checked);
  const write = () =>
    row.state === 'checking'
      ? Promise.resolve()
      : writeProducts(trx, actor, organisationId, checked.written, makers);
  if (before) {
    await write();
    if (!(await before())) return false;
  }
  // Before anything is written, so that of two workers the second waits here and then does nothing.
  if (!(await moveOn(trx, row, from, counted))) return false;
  if (!before) await write();
  await keepBadRows(
    trx,
    row.id,
    checked.bad.map((bad) => ({ ...bad, cells: bad.cells.map((cell) => cut(cell, longestCell)) })),
  );
  if (row.state === 'checking') return true;
  await recordAudit(trx, actor, {
    action: 'catalogue.runImport',
    subjectKind: 'product-import',
    subjectId: row.id,
    before: null,
    after: { fromRow: batch[0]!.row, ...counted },
  });
  return true;
}

const count = (batch: readonly ReadRow[], { written, unchanged, incomplete, lacking, bad }: Checked) => ({
  rowReached: batch.at(-1)!.row,
  read: batch.length,
  good: written.length + unchanged,
  bad: bad.length,
  created: written.filter(({ known }) => !known).length,
  updated: written.filter(({ known }) => known).length,
  unchanged,
  incomplete,
  lacking,
});

/** Puts imports back to work whose server was stopped in the middle. */
export async function resumeImports({ db, events }: Needs): Promise<void> {
  for (const job of await stalledImports(db))
    await events.enqueue<ImportJob>(db, importQueue, job, { singletonKey: `${job.importId}-${job.attempt}` });
}

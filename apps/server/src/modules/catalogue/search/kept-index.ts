import { InvertedIndex } from '@jiechuan/inverted-index';
import { setTimeout } from 'node:timers/promises';
import type { Db } from '../../../platform/db/database.ts';
import { countRows, rowsAfter, rowsOf, type IndexedRow } from './kept-index.sql.ts';

/** Rows read and put at a time: some milliseconds in which nobody else is served. */
const atOnce = 100;
/** Products kept in memory at most; beyond them PostgreSQL alone answers. */
export const mostProducts = 200_000;
/** More changes than are read at a time wait until no more come: whoever imports has other things to do than to be followed. */
const quietMs = 1000;
/** So long nothing is tried again after a failure. */
const retryMs = 10_000;

/**
 * The rows of product_search in the memory of this process, as an index that answers without PostgreSQL. A copy that is
 * used while it is in step and only then: PostgreSQL tells of each change as it commits, and until the rows that changed
 * are read again `inStep` gives nothing and PostgreSQL answers itself. Nobody waits for the copy.
 */
export class KeptIndex {
  readonly #db: Db;
  readonly #onError: (error: unknown) => void;
  readonly #most: number;
  #index: InvertedIndex | null = null;
  /** Products whose rows are to be read again. */
  readonly #stale = new Set<string>();
  #changedAt = -Infinity;
  /** What began to be read before all was said to have changed isn't kept. */
  #reading: symbol | null = null;
  #working = false;
  #tooMany = false;
  #notBefore = -Infinity;
  #closed = false;

  /** @param db to read by at any time: no transaction */
  constructor(
    db: Db,
    onError: (error: unknown) => void,
    { most }: { most: number } = { most: mostProducts },
  ) {
    this.#db = db;
    this.#onError = onError;
    this.#most = most;
  }

  /** The index where it holds what PostgreSQL has; else null, and it will soon. */
  inStep(): InvertedIndex | null {
    if (this.#index !== null && this.#stale.size === 0) return this.#index;
    if (!this.#working && !this.#tooMany && performance.now() >= this.#notBefore) void this.#catchUp();
    return null;
  }

  /** @param ids of the products that changed; null for all, or where it isn't known which */
  changed(ids: readonly string[] | null): void {
    this.#changedAt = performance.now();
    if (ids === null) this.#forget();
    else for (const id of ids) this.#stale.add(id);
  }

  close(): void {
    this.#closed = true;
    this.#forget();
  }

  #forget(): void {
    this.#index = null;
    this.#reading = null;
    this.#tooMany = false;
    this.#stale.clear();
  }

  async #catchUp(): Promise<void> {
    this.#working = true;
    try {
      while (!this.#closed && !this.#tooMany && (this.#index === null || this.#stale.size > 0)) {
        const quietFor = performance.now() - this.#changedAt;
        if ((this.#index === null || this.#stale.size > atOnce) && quietFor < quietMs)
          await setTimeout(quietMs - quietFor, undefined, { ref: false });
        else if (this.#index === null) await this.#readAll();
        else await this.#readAgain(this.#index);
      }
    } catch (error) {
      if (this.#closed) return;
      this.#forget();
      this.#notBefore = performance.now() + retryMs;
      this.#onError(error);
    } finally {
      this.#working = false;
    }
  }

  /** Rows that change meanwhile are told of, and read again afterwards. */
  async #readAll(): Promise<void> {
    const reading = Symbol('reading');
    this.#reading = reading;
    this.#stale.clear();
    if ((await countRows(this.#db, this.#most + 1)) > this.#most) {
      this.#tooMany = this.#reading === reading;
      return;
    }
    const index = new InvertedIndex();
    let rows: IndexedRow[];
    let after = '00000000-0000-0000-0000-000000000000';
    do {
      rows = await rowsAfter(this.#db, after, atOnce);
      putAll(index, rows);
      after = rows.at(-1)?.id ?? after;
    } while (rows.length === atOnce && this.#reading === reading);
    if (this.#reading === reading) this.#index = index;
  }

  async #readAgain(index: InvertedIndex): Promise<void> {
    const ids = [...this.#stale].slice(0, atOnce);
    // One that changes while it is read is stale again.
    for (const id of ids) this.#stale.delete(id);
    // Until it is read, nobody may take the index for what is in step.
    this.#index = null;
    const reading = Symbol('reading');
    this.#reading = reading;
    const rows = await rowsOf(this.#db, ids);
    const found = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!found.has(id)) index.remove(id);
    putAll(index, rows);
    if (index.size > this.#most) this.#tooMany = true;
    // Half of it passed over is room and time for nothing: all is read anew.
    else if (this.#reading === reading && index.passedOver <= Math.max(atOnce, index.size))
      this.#index = index;
  }
}

/** What PostgreSQL says of changes: the ids of the products. @returns null for all, or where it isn't known which */
export const changedIds = (said: string | null): string[] | null =>
  said === null || said === '' ? null : said.split(' ');

function putAll(index: InvertedIndex, rows: readonly IndexedRow[]): void {
  for (const { lexemes, ...entry } of rows) index.put(entry, JSON.parse(lexemes) as string[]);
}

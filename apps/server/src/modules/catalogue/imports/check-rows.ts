import { isDeepStrictEqual } from 'node:util';
import type { ProductState } from '@jiechuan/contract';
import { newIds } from '../../../platform/ids.ts';
import { byMarket } from '../product.sql.ts';
import { missingFields } from '../readiness.ts';
import type { PreparedSearch } from '../search/index.ts';
import type { SheetRow } from '../sheet/read-rows.ts';
import { faultAt, makeProduct, readCells, type Reader, type Said } from './read-product.ts';
import type { CellFault } from './tables.ts';
import type { Known, Written } from './write-products.sql.ts';

/** A row of the sheet, its cells read. */
export interface ReadRow extends SheetRow {
  said: Said;
  faults: CellFault[];
  /** Made ahead where its SKU wasn't there yet. */
  fresh?: Fresh;
}

/** A row as a new product. */
interface Fresh {
  id: string;
  made: ReturnType<typeof makeProduct>;
  search?: PreparedSearch;
}

/** What a row makes where there is no product of its SKU. */
export const freshProduct = (id: string, { said, cells }: ReadRow, readers: readonly Reader[]): Fresh => ({
  id,
  made: makeProduct(said, undefined, cells, readers),
});

/** Reads a row's cells; `seen` remembers in which row each SKU stood first. */
export function readRow(row: SheetRow, readers: readonly Reader[], seen: Map<string, number>): ReadRow {
  const { said, faults } = readCells(row.cells, readers);
  const first = seen.get(said.sku);
  if (said.sku === '') faults.push(faultAt('sku', 'catalogue.cellMissing', {}, row.cells, readers));
  else if (first !== undefined && first !== row.row)
    faults.push(faultAt('sku', 'catalogue.skuTwice', { row: first }, row.cells, readers));
  else seen.set(said.sku, row.row);
  return { ...row, said, faults };
}

export interface Checked {
  written: Written[];
  unchanged: number;
  /** Good rows that are drafts because something is missing: how many, and how many miss which field. */
  incomplete: number;
  lacking: Record<string, number>;
  bad: { row: number; cells: string[]; faults: CellFault[] }[];
}

/** How products get their state. */
export interface Standing {
  /** Complete drafts are published. */
  publish: boolean;
  /** Only an admitted maker's products can be shown. */
  admitted: boolean;
}

/** Holds read rows against what there is: what has to be written, what is so already, what is bad. */
export function checkRows(
  rows: readonly ReadRow[],
  known: ReadonlyMap<string, Known>,
  readers: readonly Reader[],
  standing: Standing,
): Checked {
  const checked: Checked = { written: [], unchanged: 0, incomplete: 0, lacking: {}, bad: [] };
  for (const one of rows) {
    const { row, cells, said, faults } = one;
    const there = known.get(said.sku);
    const fresh = there ? undefined : (one.fresh ?? freshProduct(newIds(1)[0]!, one, readers));
    const made = fresh?.made ?? makeProduct(said, there?.data, cells, readers);
    // A cell that couldn't be read is missing from the product: the schema's complaint of it says nothing new.
    const faulty = new Set(faults.map(({ index }) => index));
    const all =
      'faults' in made
        ? [...faults, ...made.faults.filter(({ index }) => index === null || !faulty.has(index))]
        : faults;
    if (all.length > 0 || 'faults' in made) {
      checked.bad.push({ row, cells, faults: all });
      continue;
    }
    const missing = missingFields(made.data);
    const state = nextState(there?.state, said.state, missing.length === 0, standing);
    const refused = refusals(there?.state, state, missing, standing).map(([path, code, params]) =>
      faultAt(path, code, params, cells, readers),
    );
    if (refused.length > 0) {
      checked.bad.push({ row, cells, faults: refused });
      continue;
    }
    if (state === 'draft' && missing.length > 0) {
      checked.incomplete++;
      for (const path of missing) checked.lacking[path] = (checked.lacking[path] ?? 0) + 1;
    }
    if (
      there !== undefined &&
      there.state === state &&
      isDeepStrictEqual(there.data, made.data) &&
      (said.variants === undefined || sameVariants(there.variants, said.variants))
    )
      checked.unchanged++;
    else
      checked.written.push({
        id: there?.id ?? fresh!.id,
        known: there !== undefined,
        sku: made.data.sku,
        state,
        data: made.data,
        variants: said.variants,
        search: fresh?.search,
      });
  }
  return checked;
}

function nextState(
  now: ProductState | undefined,
  said: ProductState | undefined,
  complete: boolean,
  { publish, admitted }: Standing,
): ProductState {
  if (said !== undefined) return said;
  if (publish && complete && admitted && (now ?? 'draft') === 'draft') return 'published';
  return now ?? 'draft';
}

/** Why a product can't be in a state: the rules of publishing and withdrawing, as paths with codes. */
function refusals(
  now: ProductState | undefined,
  next: ProductState,
  missing: readonly string[],
  { admitted }: Standing,
): [path: string, code: string, params: Record<string, string>][] {
  if (now !== undefined && now !== next && next === 'draft')
    return [['state', 'catalogue.moveOutOfOrder', { state: now }]];
  if (now === 'draft' && next === 'withdrawn') return [['state', 'catalogue.moveOutOfOrder', { state: now }]];
  if (next !== 'published') return [];
  if (now !== 'published' && !admitted) return [['state', 'catalogue.makerNotAdmitted', {}]];
  return missing.map((path) => [path, 'catalogue.missing', {}]);
}

const sameVariants = (a: Known['variants'], b: Known['variants']): boolean => {
  const sorted = (variants: Known['variants']) => variants.toSorted(byMarket);
  return isDeepStrictEqual(sorted(a), sorted(b));
};

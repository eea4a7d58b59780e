import { queryRows } from './query-rows.ts';

/** What a judgement may ask of a product; all conditions given must hold. */
export interface Condition {
  kind?: string;
  category?: string;
  /** Beginning of the GB/T 2260 code of its origin. */
  place?: string;
  storage?: string;
  /** Beginning of its HS code. */
  hs?: string;
  /** The very product that the query's SKU or GTIN was taken from. */
  same?: true;
}
export interface Judgement extends Condition {
  grade: 1 | 2 | 3;
}

export interface JudgedQuery {
  lang: 'zh' | 'en' | 'ru';
  manner: 'plain' | 'trad' | 'pinyin' | 'initials' | 'typo' | 'code' | 'facet' | 'field' | 'none';
  /** What is typed; absent when it is taken from a product. */
  q?: string;
  /** Take the SKU or GTIN of the product at this place in the order of SKUs (modulo their number). */
  field?: { of: 'sku' | 'gtin'; at: number };
  /** Empty: nothing may be found. */
  judgements: readonly Judgement[];
}

/** What is judged of a product: all of it is the same on every machine for one seed. */
export interface JudgedProduct {
  sku: string;
  gtin: string | null;
  kind: string | null;
  category: string;
  origin: string | null;
  storage: string;
  hs6: string | null;
}

function condition(text: string): Condition {
  if (text === 'this') return { same: true };
  const rest = text.slice(1);
  switch (text.charAt(0)) {
    case '@':
      return { category: rest };
    case '^':
      return { place: rest };
    case '%':
      return { storage: rest };
    case '#':
      return { hs: rest };
    default:
      return { kind: text };
  }
}

function judgement(text: string): Judgement {
  const [conditions, grade] = text.split('=') as [string, string];
  const parts = conditions.split('+').map(condition);
  return { ...Object.assign({}, ...parts), grade: Number(grade) as Judgement['grade'] };
}

function parse(row: string): JudgedQuery {
  const [head, typed, answers] = row.split(' | ') as [string, string, string];
  const [lang, manner] = head.split(' ') as [JudgedQuery['lang'], JudgedQuery['manner']];
  const judgements = answers === '!' ? [] : answers.split(' ').map(judgement);
  if (manner !== 'field') return { lang, manner, q: typed, judgements };
  const [of, at] = typed.split(' ') as ['sku' | 'gtin', string];
  return { lang, manner, field: { of, at: Number(at) }, judgements };
}

export const judgedQueries: readonly JudgedQuery[] = queryRows.trim().split('\n').map(parse);

/** What to type, on a catalogue given in the order of SKUs; `source` is the product a field was taken from. */
export function typed(
  query: JudgedQuery,
  products: readonly JudgedProduct[],
): { q: string; source: JudgedProduct | null } {
  if (!query.field) return { q: query.q ?? '', source: null };
  const { of, at } = query.field;
  const having = products.filter((product) => product[of] !== null);
  const source = having[at % having.length];
  if (!source) throw new Error(`No product has a ${of}.`);
  return { q: source[of] ?? '', source };
}

const holds = (wanted: Condition, product: JudgedProduct, source: JudgedProduct | null): boolean =>
  (wanted.kind === undefined || product.kind === wanted.kind) &&
  (wanted.category === undefined || product.category === wanted.category) &&
  (wanted.place === undefined || (product.origin?.startsWith(wanted.place) ?? false)) &&
  (wanted.storage === undefined || product.storage === wanted.storage) &&
  (wanted.hs === undefined || (product.hs6?.startsWith(wanted.hs) ?? false)) &&
  (wanted.same === undefined || product.sku === source?.sku);

/** How well a product answers a query: 0–3. */
export const gradeOf = (query: JudgedQuery, product: JudgedProduct, source: JudgedProduct | null): number =>
  Math.max(0, ...query.judgements.filter((one) => holds(one, product, source)).map(({ grade }) => grade));

const gain = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

/**
 * Normalised discounted cumulative gain of the first ten answers (Järvelin and Kekäläinen 2002, exponential gain).
 * @param found grades of the answers in their order
 * @param all   grades of every product of the catalogue, in any order
 * @returns 0–1; undefined where no product is relevant, so that nothing can be measured
 */
export function ndcgAt10(found: readonly number[], all: readonly number[]): number | undefined {
  const ideal = gain(all.toSorted((a, b) => b - a));
  return ideal === 0 ? undefined : gain(found) / ideal;
}

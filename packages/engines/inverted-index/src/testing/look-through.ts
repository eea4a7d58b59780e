import type { Conjunction, Entry, Found, Wish } from '../types.ts';

export interface Document {
  entry: Entry;
  lexemes: readonly string[];
}

const has = ({ lexemes }: Document, wanted: string): boolean =>
  wanted.endsWith('*')
    ? lexemes.some((lexeme) => lexeme.startsWith(wanted.slice(0, -1)))
    : lexemes.includes(wanted);

const matches = (document: Document, conjunction: Conjunction): boolean =>
  conjunction.length > 0 && conjunction.every((anyOf) => anyOf.some((lexeme) => has(document, lexeme)));

type Key = readonly (string | number)[];

/** The same question asked of each document in turn; whole keys are compared, texts by their UTF-8 bytes. */
export function lookThrough(
  documents: readonly Document[],
  { question, accepts = () => true, order, after, limit }: Wish,
): Found {
  const found = documents.flatMap((document) => {
    const stage = question.findIndex((any) => any.some((one) => matches(document, one)));
    return stage >= 0 && accepts(document.entry) ? [{ entry: document.entry, stage }] : [];
  });
  const keyOf = (stage: number, entry: Omit<Entry, 'facets' | 'organisation'>): Key => {
    const bytes = (text: string) => Buffer.from(text).toString('hex');
    // Ids of the newest come in falling order: their digits are turned round.
    const falling = Array.from(bytes(entry.id), (digit) =>
      (15 - Number.parseInt(digit, 16)).toString(16),
    ).join('');
    if (order === 'relevance') return [stage, entry.brevity, -entry.published, falling];
    if (order === 'newest') return [-entry.published, falling];
    if (order === 'name') return [bytes(entry.name), bytes(entry.id)];
    return [entry.price ?? Infinity, bytes(entry.id)];
  };
  const compare = (a: Key, b: Key): number => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
  };
  const groups = new Map<number, number>();
  for (const { entry } of found) groups.set(entry.facets, (groups.get(entry.facets) ?? 0) + 1);
  const shown = found
    .filter(({ entry }) => order !== 'price' || entry.price !== null)
    .map((one) => ({ ...one, key: keyOf(one.stage, one.entry) }))
    .filter(({ key }) => !after || compare(key, keyOf(after.stage, after.entry)) > 0)
    .toSorted((a, b) => compare(a.key, b.key))
    .slice(0, limit);
  return {
    entries: shown.map(({ entry, stage }) => ({ entry, stage })),
    total: found.length,
    groups: [...groups],
  };
}

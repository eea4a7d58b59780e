/** Index text of one record: what a query is held against. */
export interface SearchDocument {
  /** A tsvector literal: words of the first group weigh A, of the second B. */
  vector: string;
  /** The spellings, normalised, for trigram search that forgives typing errors. */
  text: string;
}

/** One spelling without the differences that don't matter: width, case, accents, spaces between signs. */
export const normaliseSpelling = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function words(text: string): string[] {
  return normaliseSpelling(text)
    .split(' ')
    .flatMap((word) => word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
    .flatMap((run) =>
      /\p{Script=Han}/u.test(run) && run.length > 2
        ? Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
        : [run],
    )
    .filter(Boolean);
}

const quote = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * @param spellings names and aliases: weigh most, and are searched with typing errors
 * @param details   everything else a reader may type
 */
export function searchDocument(spellings: readonly string[], details: readonly string[]): SearchDocument {
  const weights = new Map<string, string>();
  for (const word of details.flatMap(words)) weights.set(word.slice(0, 200), 'B');
  for (const word of spellings.flatMap(words)) weights.set(word.slice(0, 200), 'A');
  return {
    vector: [...weights].map(([word, weight]) => `${quote(word)}:1${weight}`).join(' '),
    text: [...new Set(spellings.map(normaliseSpelling))].join(' ').slice(0, 4000),
  };
}

/** A query: `tsquery` is a literal that wants every word, the last one as a beginning; null when there is no word in it. */
export function searchQuery(q: string): { tsquery: string; text: string } | null {
  const wanted = words(q);
  if (wanted.length === 0) return null;
  return { tsquery: wanted.map((word) => `${quote(word)}:*`).join(' & '), text: normaliseSpelling(q) };
}

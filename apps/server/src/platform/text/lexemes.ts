/**
 * The kinds of lexeme, told apart by a first sign that no word has:
 * - a word, a Han character, a pair of Han characters: as it is
 * - `~dou.ban` two neighbouring syllables of a Han name, `~jiang.` its last one
 * - `=dbj` the initials of a word, of neighbouring words or of a whole name
 * - `#6901234567892` a code
 * In a query a lexeme that ends in `*` stands for every lexeme that begins so.
 */
export const pairOfSyllables = (first: string, second: string): string => `~${first}.${second}`;
export const initialsLexeme = (initials: string): string => `=${initials}`;
export const codeLexeme = (code: string): string => `#${code}`;
export const beginning = (lexeme: string): string => `${lexeme}*`;
/** Whether it is a word, a character or a pair of them, as it is: what details are found by as well as names. */
export const isWritten = (lexeme: string): boolean => /^[\p{L}\p{N}\p{M}]/u.test(lexeme);

/** Longest run of initials kept: nobody types more. */
const longestInitials = 8;

/** The pair lexemes of a reading; a character without a reading breaks the chain. */
export function syllableLexemes(reading: readonly string[]): string[] {
  const lexemes: string[] = [];
  for (const [at, syllable] of reading.entries()) {
    if (syllable !== '') lexemes.push(pairOfSyllables(syllable, reading[at + 1] ?? ''));
  }
  return lexemes;
}

/** The initials of every row of up to five neighbouring words, two letters at least. */
export function initialsOf(words: readonly (readonly string[])[]): string[] {
  const letters = words.map((reading) => reading.map((syllable) => syllable[0] ?? '').join(''));
  const found: string[] = [];
  for (let from = 0; from < letters.length; from += 1) {
    let row = '';
    for (let to = from; to < Math.min(letters.length, from + 5); to += 1) {
      row += letters[to]!;
      if (row.length > longestInitials) break;
      if (row.length > 1) found.push(row);
    }
  }
  return found;
}

const needsEscape = /['\\]/;
/** What means something outside of quotation marks, blanks aside; U+0085 is a space to PostgreSQL alone. */
const meansMore = /['\\:\u0085]|[^\S ]/;
const quoted = (lexeme: string): string =>
  `'${needsEscape.test(lexeme) ? lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''") : lexeme}'`;

/** A tsvector literal: lexemes of `a` weigh A, those only in `b` weigh B. To be sent as a parameter and cast. */
export function vectorLiteral(analysis: { a: readonly string[]; b: readonly string[] }): string {
  const heavy = analysis.a.map((lexeme) => `${quoted(lexeme)}:1A`);
  const light = analysis.b.map((lexeme) => `${quoted(lexeme)}:1B`);
  return [...heavy, ...light].join(' ');
}

/**
 * A tsvector literal of lexemes alone, where how much one weighs is not asked: shorter and sooner read.
 * @param sign put before each lexeme
 */
export function lexemesLiteral(lexemes: readonly string[], sign = ''): string {
  if (lexemes.length === 0) return '';
  const bare = sign + lexemes.join(` ${sign}`);
  // Words need no quotation marks: all are looked through at once.
  return meansMore.test(bare) || lexemes.some((lexeme) => lexeme.includes(' '))
    ? lexemes.map((lexeme) => quoted(sign + lexeme)).join(' ')
    : bare;
}

/** A tsquery literal of an analysed query; null when nothing in it can be asked for. To be sent as a parameter and cast. */
export function queryLiteral(analysis: { must: readonly (readonly string[])[] }): string | null {
  if (analysis.must.length === 0) return null;
  const one = (lexeme: string): string =>
    lexeme.endsWith('*') ? `${quoted(lexeme.slice(0, -1))}:*` : quoted(lexeme);
  return analysis.must.map((anyOf) => `(${withoutImplied(anyOf).map(one).join(' | ')})`).join(' & ');
}

/** Alternatives less those that another one's beginning finds as well: each is looked up by itself. */
function withoutImplied(anyOf: readonly string[]): readonly string[] {
  const beginnings = anyOf.filter((lexeme) => lexeme.endsWith('*')).map((lexeme) => lexeme.slice(0, -1));
  const implied = (lexeme: string) =>
    beginnings.some((start) => lexeme.startsWith(start) && lexeme !== beginning(start));
  return beginnings.length === 0 ? anyOf : anyOf.filter((lexeme) => !implied(lexeme));
}

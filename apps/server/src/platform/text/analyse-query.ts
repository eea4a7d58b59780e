import { wordLexemes } from './analyse-text.ts';
import { codeBeginnings, looksLikeCode } from './codes.ts';
import { atomsIn } from './han.ts';
import { beginning, codeLexeme, initialsLexeme, pairOfSyllables } from './lexemes.ts';
import { normaliseText } from './normalise.ts';
import { parsePalladius } from './palladius.ts';
import { parsePinyin, parsePinyinTyped, parseTwo, readingOf } from './pinyin.ts';
import { pairsOf, runsOf, type Run } from './runs.ts';
import { cyrillicStem, isSilent, latinBeginning, latinStem, otherStems } from './stems.ts';
import { foldSyllable } from './syllables.ts';

/** A query as a conjunction of alternatives. */
export interface QueryAnalysis {
  /** Of each inner list at least one lexeme must be there; one ending in `*` stands for a beginning. Empty: nothing to ask. */
  must: string[][];
  /** The word still being typed, normalised; absent when the query ends in a space or in Han characters. */
  prefix?: string;
  /** For trigram similarity: Han characters by their sound, so that homophones typed wrongly are forgiven. */
  fuzzy: string;
  looksLikeCode: boolean;
  script: 'han' | 'latin' | 'cyrillic' | 'mixed';
}

const longestQuery = 200;
const mostRuns = 12;
const mostClauses = 40;
const mostAlternatives = 16;

/** What a run means: alternatives for the word itself, and — as a Chinese name in other letters — its syllables. */
interface Meaning {
  words: string[];
  /** Of a word with digits in it: its numbers and its letters. All of them together mean the word too. */
  parts: string[];
  /** Ways to read it; each a row of syllables, each syllable with the pinyin it may stand for. */
  readings: string[][][];
}

/** A SKU without a digit; it may as well be two words, so it is only one more way to be found. */
const hyphenated = /^[a-z]+(?:[-_/.][a-z]+)+$/;
const canBeInitials = /^[a-hj-tw-z]{2,8}$/;

function meaningOfLetters(
  text: string,
  stem: (word: string) => string,
): { words: string[]; parts: string[] } {
  const lexemes = wordLexemes(text, stem);
  return lexemes.length > 1
    ? { words: [text], parts: lexemes.filter((one) => one !== text) }
    : { words: lexemes, parts: [] };
}

function latinMeaning(text: string, typed: boolean): Meaning {
  const { words, parts } = meaningOfLetters(text, latinStem);
  // What a single letter begins is no answer: it would be nearly everything.
  const open = typed && latinBeginning(text).length > 1;
  if (open && !/\d/.test(text)) words.push(beginning(latinBeginning(text)));
  const whole = parsePinyin(text);
  if (!whole && canBeInitials.test(text)) words.push(initialsLexeme(text));
  const syllables = whole ?? (open ? parsePinyinTyped(text) : null);
  const readings = [syllables, whole?.length === 1 ? parseTwo(text) : null].filter(
    (reading) => reading !== null,
  );
  return {
    words: [...new Set(words)],
    parts,
    readings: readings.map((row) => row.map((syllable) => [syllable])),
  };
}

function cyrillicMeaning(text: string, typed: boolean): Meaning {
  const { words, parts } = meaningOfLetters(text, cyrillicStem);
  if (!/\d/.test(text)) words.push(...otherStems(text));
  if (typed && text.length > 1 && !/\d/.test(text)) words.push(beginning(text));
  return { words: [...new Set(words)], parts, readings: parsePalladius(text) };
}

function meaningOf(run: Run, typed: boolean): Meaning {
  if (run.script === 'latin') return latinMeaning(run.text, typed);
  if (run.script === 'cyrillic') return cyrillicMeaning(run.text, typed);
  const { words, parts } = meaningOfLetters(run.text, String);
  if (typed && run.script === 'other') words.push(beginning(run.text));
  return { words, parts, readings: [] };
}

const pairsBetween = (left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((first) => right.map((second) => pairOfSyllables(first, second)));

/** The neighbouring pairs inside one reading; the last may go on while it is typed. */
function innerPairs(reading: readonly string[][], typed: boolean): string[][] {
  return reading.slice(1).map((syllable, at) => {
    const pairs = pairsBetween(reading[at]!, syllable);
    return typed && at === reading.length - 2 ? pairs.map(beginning) : pairs;
  });
}

const compound = (first: Run | undefined, second: Run | undefined): string[] =>
  [first, second].every((one) => one?.script === 'latin' && /^[a-z]{3,}$/.test(one.text))
    ? [latinStem(first!.text + second!.text)]
    : [];

/** A word together with either neighbour: many write as one what others write as two (hot pot). */
const compoundsAt = (group: readonly Run[], at: number): string[] => [
  ...compound(group[at - 1], group[at]),
  ...compound(group[at], group[at + 1]),
];

/** Two Latin words as the one that others may write; undefined for any other query. */
export function compoundOf(q: string): string | undefined {
  const runs = runsOf(normaliseText(q.slice(0, longestQuery)));
  return runs.length === 2 ? compound(runs[0], runs[1])[0] : undefined;
}

/** (one & two) | (three & four) as a conjunction of alternatives. */
function either(ways: readonly string[][][]): string[][] {
  let clauses: string[][] = [[]];
  for (const way of ways) clauses = clauses.flatMap((clause) => way.map((anyOf) => [...clause, ...anyOf]));
  return clauses;
}

/**
 * The clauses of one Latin or Cyrillic word. A word of several syllables stands for itself; a single syllable
 * (dou ban jiang) counts together with a neighbour, since alone it would be found in half of all names.
 */
function clausesOf(
  meanings: readonly Meaning[],
  at: number,
  typed: Run | undefined,
  group: readonly Run[],
): string[][] {
  const { words, parts, readings } = meanings[at]!;
  const isTyped = (place: number): boolean => typed !== undefined && group[place] === typed;
  const goesOn = (pairs: string[], place: number): string[] =>
    isTyped(place) ? pairs.map(beginning) : pairs;
  const alone = readings[0]?.length === 1 ? readings[0][0] : undefined;
  const before = alone && meanings[at - 1]?.readings[0]?.at(-1);
  const after = alone && meanings[at + 1]?.readings[0]?.[0];
  const anyway = [
    ...words,
    ...compoundsAt(group, at),
    ...(before ? goesOn(pairsBetween(before, alone), at) : []),
    ...(after ? goesOn(pairsBetween(alone, after), at + 1) : []),
    ...(alone && meanings.length === 1
      ? alone.map((syllable) => beginning(`~${syllable}${isTyped(at) ? '' : '.'}`))
      : []),
  ];
  const inner = readings
    .map((reading) => innerPairs(reading, isTyped(at)))
    .filter((pairs) => pairs.length > 0);
  const clauses = either(inner).map((pairs) => [...anyway, ...pairs]);
  return parts.length === 0 ? clauses : parts.flatMap((part) => clauses.map((anyOf) => [...anyOf, part]));
}

/** Han words one by one; a longer word is also found where other words hide it, by its pairs of characters. */
function hanClauses(text: string): string[][] {
  const atoms = atomsIn(text);
  const telling = atoms.filter((atom) => !isSilent(atom));
  return (telling.length > 0 ? telling : atoms).flatMap((atom) => {
    const pairs = pairsOf(atom);
    return pairs.length === 1 ? [[atom]] : pairs.map((pair) => [atom, pair]);
  });
}

function scriptOf(runs: readonly Run[]): QueryAnalysis['script'] {
  const scripts = new Set(runs.map(({ script }) => script).filter((script) => script !== 'number'));
  if (scripts.size === 0) return 'latin';
  if (scripts.size > 1) return 'mixed';
  const [only] = scripts;
  return only === 'han' || only === 'latin' || only === 'cyrillic' ? only : 'mixed';
}

/**
 * Words that tell nothing (of, с, a lone letter after a number) are left out unless there is nothing else.
 * `an` after a pinyin syllable is one itself: xi an.
 */
function tellingRuns(runs: readonly Run[]): Run[] {
  const telling = runs.filter(({ script, text }, at) => {
    if (script !== 'latin' && script !== 'cyrillic') return true;
    if (text === 'an') return parsePinyin(runs[at - 1]?.text ?? '') !== null;
    return !isSilent(text) && text.length > 1;
  });
  return telling.length > 0 ? telling : [...runs];
}

/**
 * The words of a query as they are spelt, each with whether it is Han characters told by their sound: those typed wrongly
 * most often sound alike.
 */
export const soundsOf = (q: string): { spelling: string; han: boolean }[] =>
  tellingRuns(runsOf(normaliseText(q.slice(0, longestQuery))).slice(0, mostRuns)).map((run) => ({
    spelling: spellingOf(run),
    han: run.script === 'han',
  }));

const spellingOf = ({ script, text }: Run): string =>
  script === 'han' ? readingOf(text).map(foldSyllable).join('') : text;

/** The clauses without those that stand before: to ask for a word again tells nothing and costs as much. */
const eachOnce = (clauses: string[][]): string[][] => [
  ...new Map(clauses.map((anyOf) => [JSON.stringify(anyOf), anyOf])).values(),
];

/**
 * Reads what a person typed: words in any of the languages, pinyin with or without spaces, initials, Chinese names in
 * Cyrillic, codes. Deterministic; takes any string.
 */
export function analyseQuery(q: string): QueryAnalysis {
  const open = q.slice(0, longestQuery);
  const text = normaliseText(open);
  const runs = tellingRuns(runsOf(text).slice(0, mostRuns));
  const typedRun = /[\s\p{P}]$/u.test(open) ? undefined : runs.at(-1);
  let must: string[][] = [];
  // Neighbours in the same letters are read together: dou ban jiang.
  for (let from = 0; from < runs.length;) {
    const { script } = runs[from]!;
    let to = from + 1;
    while (to < runs.length && runs[to]!.script === script) to += 1;
    const group = runs.slice(from, to);
    if (script === 'han') must.push(...group.flatMap((run) => hanClauses(run.text)));
    else if (script === 'dense')
      must.push(...group.flatMap((run) => pairsOf(run.text).map((pair) => [pair])));
    else {
      const meanings = group.map((run) => meaningOf(run, run === typedRun));
      must.push(...group.flatMap((_, at) => clausesOf(meanings, at, typedRun, group)));
    }
    from = to;
  }
  must = must.filter((anyOf) => anyOf.length > 0);
  const isCode = looksLikeCode(text);
  if (isCode || hyphenated.test(text)) {
    const { beginnings, whole } = codeBeginnings(text);
    const code = [...beginnings.map((start) => beginning(codeLexeme(start))), ...whole.map(codeLexeme)];
    must = must.map((anyOf) => [...code, ...anyOf]);
  }
  return {
    must: eachOnce(must.map((anyOf) => [...new Set(anyOf)].slice(0, mostAlternatives))).slice(0, mostClauses),
    ...(typedRun && !['han', 'dense'].includes(typedRun.script) ? { prefix: typedRun.text } : {}),
    fuzzy: runs.map(spellingOf).join(' '),
    looksLikeCode: isCode,
    script: scriptOf(runs),
  };
}

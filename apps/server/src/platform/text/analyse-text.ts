import { normaliseCode } from './codes.ts';
import { remembered } from './bounded-cache.ts';
import { onNewTerms, spoken, wordsIn } from './han.ts';
import { codeLexeme, initialsLexeme, initialsOf, syllableLexemes } from './lexemes.ts';
import { normaliseText, withoutSigns } from './normalise.ts';
import { toCyrillic } from './palladius.ts';
import { parsePinyin, readingOf } from './pinyin.ts';
import { pairsOf, runsOf, type Run } from './runs.ts';
import { cyrillicStem, isSilent, latinStem } from './stems.ts';
import { foldSyllable } from './syllables.ts';

/** One text of a record. `a` (the default) is what it is called, `b` everything else; `lang` is a BCP 47 tag. */
export interface TextToAnalyse {
  text: string;
  lang?: string;
  weight?: 'a' | 'b';
}

/** What a record is found by: lexemes by weight (none stands in both), and how its names are spelt. */
export interface TextAnalysis {
  a: string[];
  b: string[];
  /** Each name as one spelling, as `normaliseSpelling` gives it. */
  whole: string[];
  /** How its names are spelt, in other letters as well: what a mistyped word is held against. */
  spellings: string[];
}

/** A text longer than this is indexed up to here. */
const longestText = 20_000;
const mostLexemes = 4_000;
/** All spellings together, with a blank between them. */
const longestSpellings = 1_000;
/** What is made of a longer text isn't kept for the next one. */
const keptText = 300;

/** Lexemes of a word with letters; one with digits in it is found by its number and by its letters as well. */
export function wordLexemes(word: string, stem: (word: string) => string): string[] {
  if (!/\d/.test(word)) return isSilent(word) ? [] : [stem(word)];
  const parts = word.match(/\d+|\D{3,}/g) ?? [];
  return [...new Set([word, ...parts])];
}

const stemOf = { latin: latinStem, cyrillic: cyrillicStem, number: String, other: String };

function lightLexemes({ script, text }: Run): readonly string[] {
  if (script === 'han') return wordsIn(text);
  if (script === 'dense') return pairsOf(text);
  return wordLexemes(text, stemOf[script]);
}

/** What a run of a name adds. */
interface Share {
  lexemes: readonly string[];
  spellings: readonly string[];
}

/** A name in Han characters: its words, characters, pairs of characters, and — unless it is Japanese — how it sounds. */
function hanName(text: string, sounds: boolean): Share {
  const words = wordsIn(text);
  const written = [...words, ...Array.from(text), ...pairsOf(text)];
  if (!sounds) return { lexemes: written, spellings: [] };
  const atoms = spoken(text);
  const reading = atoms.flatMap((atom) => atom.reading);
  const folded = reading.map(foldSyllable);
  const initials = [
    ...initialsOf(atoms.map((atom) => atom.reading)),
    ...words.flatMap((word) => initialsOf([readingOf(word)])),
  ];
  return {
    lexemes: [
      ...written,
      ...atoms.map(({ atom }) => atom),
      ...syllableLexemes(folded),
      ...initials.map(initialsLexeme),
    ],
    spellings: [folded.join(''), toCyrillic(reading)],
  };
}

function latinName(run: Run): Share {
  const syllables = run.script === 'latin' && run.text.length > 4 ? parsePinyin(run.text) : null;
  const pairs = syllables && syllables.length > 1 ? syllableLexemes(syllables) : [];
  return { lexemes: [...lightLexemes(run), ...pairs], spellings: [run.text] };
}

const normalised = (text: string): string => normaliseText(text.slice(0, longestText));

/** A name that no other has is made of words that others have: only its number is its own. */
const spokenName = remembered(2_000, (text: string) => hanName(text, true));
const latinWord = remembered(5_000, (text: string) => latinName({ script: 'latin', text }));

function shareOfRun(run: Run, sounds: boolean): Share {
  if (run.script === 'latin') return latinWord(run.text);
  if (run.script !== 'han') return latinName(run);
  return sounds && run.text.length <= keptText ? spokenName(run.text) : hanName(run.text, sounds);
}

const lexemesOfDetail = (text: string): string[] =>
  runsOf(normalised(text)).flatMap((run) => lightLexemes(run).filter((lexeme) => !isSilent(lexeme)));

/** Records of one list share most of their details: names of places, of classes, standing phrases. */
const keptDetail = remembered(5_000, lexemesOfDetail);
onNewTerms(() => [spokenName, latinWord, keptDetail].forEach((share) => share.forget()));

const isDetail = ({ weight }: TextToAnalyse): boolean => weight === 'b';

/**
 * Turns the texts and codes of one record into what a search index holds. Deterministic; takes any string.
 * @param input names and aliases with weight `a`, descriptions and the like with weight `b`
 * @param codes SKU, GTIN, HS, register numbers: found whole and by their beginning
 */
export function analyseText(input: readonly TextToAnalyse[], codes: readonly string[] = []): TextAnalysis {
  const seen = new Set<string>();
  const a: string[] = [];
  const b: string[] = [];
  const whole: string[] = [];
  const spellings: string[] = [];
  let room = longestSpellings;
  addNew(
    a,
    seen,
    codes
      .map(normaliseCode)
      .filter((code) => code !== '')
      .map(codeLexeme),
  );
  for (const name of input) {
    if (isDetail(name)) continue;
    const text = normalised(name.text);
    const bare = withoutSigns(text);
    if (!whole.includes(bare)) whole.push(bare);
    const sounds = !name.lang?.startsWith('ja');
    for (const run of runsOf(text)) {
      const share = shareOfRun(run, sounds);
      addNew(a, seen, share.lexemes);
      for (const spelling of share.spellings) {
        if (spelling === '' || spellings.includes(spelling)) continue;
        const kept = spelling.length <= room ? spelling : spelling.slice(0, room).toWellFormed();
        if (kept !== '') spellings.push(kept);
        room = Math.max(0, room - kept.length - 1);
      }
    }
  }
  for (const detail of input) {
    if (!isDetail(detail)) continue;
    const { text } = detail;
    addNew(b, seen, text.length <= keptText ? keptDetail(text) : lexemesOfDetail(text));
  }
  return {
    a: a.slice(0, mostLexemes),
    b: b.slice(0, mostLexemes),
    whole,
    spellings,
  };
}

/** Adds the lexemes that weren't seen yet; each is looked up once, for a list of products has millions. */
function addNew(to: string[], seen: Set<string>, lexemes: readonly string[]): void {
  for (const lexeme of lexemes) {
    const known = seen.size;
    if (seen.add(lexeme).size > known) to.push(lexeme);
  }
}

import { message } from '../../../platform/i18n/messages.ts';
import { plainWord } from '../../../platform/text/index.ts';
import { findField, sheetFields } from './fields.ts';
import { headingWords, languageWords } from './heading-words.ts';
import { daysOf, gramsOf } from './measures.ts';
import { readPacking } from './packing-text.ts';
import { termsOfHeading, type PriceTerms } from './price-terms.ts';
import { CellProblem } from './text.ts';

/** Every heading known, bare of spaces and signs → its field's key. */
const known = new Map<string, string>();
const learn = (heading: string, key: string) =>
  void (known.has(plainWord(heading)) || known.set(plainWord(heading), key));
for (const { field, localised } of sheetFields) {
  for (const [spoken, own] of Object.entries(headingWords[field] ?? {})) {
    for (const word of [message(spoken, `fields.${field}`), ...own]) {
      if (!localised) {
        learn(word, field);
        continue;
      }
      for (const [language, tags] of Object.entries(languageWords)) {
        for (const tag of tags) {
          learn(word + tag, `${field}.${language}`);
          learn(tag + word, `${field}.${language}`);
          // 商品英文名
          for (const what of ['商品', '产品', 'product ']) learn(what + tag + word, `${field}.${language}`);
        }
      }
      learn(word, `${field}.${spoken}`);
    }
  }
}

const brackets = /^(.*?)\s*[([【（［]([^)\]】）］]*)[)\]】）］]\s*(.*)$/su;
const marks =
  /[*＊]|[([【（［]\s*(?:必填|选填|可选|required|optional|обязательно|необязательно)\s*[)\]】）］]/giu;

/** The words of a heading and what stands in brackets or behind a comma after them: 毛重 and kg, Цена and руб. */
function parted(heading: string): { words: string; beside: string } | null {
  const found = brackets.exec(heading) ?? /^([^,，/]+)[,，/]\s*(.+)$/su.exec(heading);
  return found && { words: `${found[1]} ${found[3] ?? ''}`.trim(), beside: found[2]!.trim() };
}

const isPrice = (text: string): boolean => known.get(plainWord(text)) === 'prices';

/** The terms that a heading of prices tells. */
export const priceTermsOf = (heading: string): PriceTerms | null => termsOfHeading(heading, isPrice);

/** Days or grams of the unit that a heading tells for its bare numbers; null where it tells none. */
export function unitOfHeading(key: string, heading: string): number | null {
  if (!key.startsWith('packing.')) return null;
  const text = parted(heading)?.beside ?? /[\s_]([a-zа-я]+)$/iu.exec(heading)?.[1] ?? '';
  return gramsOf(text) ?? null;
}

/** The field of words with a unit beside them; undefined where what stands there is no unit of the field. */
function withUnit(words: string, beside: string): string | undefined {
  const field = known.get(plainWord(words));
  if (field === undefined) return undefined;
  if (field.startsWith('shelfLife')) {
    const days = daysOf(beside);
    return days === 1 ? 'shelfLifeDays' : days === 30 ? 'shelfLifeMonths' : undefined;
  }
  if (field.startsWith('packing.')) return gramsOf(beside) === undefined ? undefined : field;
  if (field.endsWith('Temperature')) return /^(°?\s*[CС]|℃|摄氏度)$/iu.test(beside) ? field : undefined;
  if (field === 'leadTimeDays') return daysOf(beside) === 1 ? field : undefined;
  return undefined;
}

/** What two languages say the same in: 单价 Price, SKU/货号. Undefined where the halves differ, as 品名/Name do. */
function spokenTwice(heading: string): string | undefined {
  const halves = heading
    .split(/[/|\r\n]+|(?<=\p{Script=Han})\s*(?=\p{Script=Latin})|(?<=\p{Script=Latin})\s*(?=\p{Script=Han})/u)
    .map((half) => known.get(plainWord(half)));
  const [first] = halves;
  return halves.length > 1 && halves.every((half) => half === first) ? first : undefined;
}

/** The field that a heading names, `names.en`; null where none is recognised. */
export function fieldOfHeading(heading: string): string | null {
  const text = heading.replaceAll(marks, '').trim();
  if (findField(text)) return text;
  const halves = parted(text);
  const found =
    known.get(plainWord(text)) ??
    (halves && withUnit(halves.words, halves.beside)) ??
    (priceTermsOf(text) ? 'prices' : undefined) ??
    withUnit(...lastWord(text)) ??
    spokenTwice(text);
  if (found !== undefined) return found;
  // "Name (hu)": a language that has no words of its own here.
  const tagged = /^(.+?)\s*[(（]([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)[)）]$/.exec(text);
  const base = tagged && known.get(plainWord(tagged[1]!));
  const field = base && `${base.split('.')[0]}.${tagged[2]}`;
  return field && findField(field) ? field : null;
}

/** `net_weight_kg` as its words and the last of them. */
function lastWord(heading: string): [words: string, last: string] {
  const found = /^(.+)[\s_]([a-zа-я]+)$/iu.exec(heading);
  return found ? [found[1]!, found[2]!] : ['', ''];
}

/**
 * The field for each heading; where two headings mean one field, the first has it. A weight alone tells no packing, and
 * how goods are packed is told in words more often than in our way: such columns are left out unless somebody chooses them.
 * @param rows the first ones
 */
export function suggestColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): (string | null)[] {
  const taken = new Set<string>();
  const fields = headings.map((heading) => {
    const field = fieldOfHeading(heading);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  const bothWeights = taken.has('packing.net') && taken.has('packing.gross');
  return fields.map((field, index) => {
    if (field === 'packing' && !rows.map((row) => row[index] ?? '').every(readsAsPacking)) return null;
    return field?.startsWith('packing.') && !bothWeights ? null : field;
  });
}

function readsAsPacking(cell: string): boolean {
  try {
    readPacking(cell);
    return true;
  } catch (error) {
    if (error instanceof CellProblem) return false;
    throw error;
  }
}

/** A field's heading in a language: `Name (en)`, `海关编码`. `fieldOfHeading` reads it back. */
export function headingOf(key: string, language: string): string {
  const found = findField(key);
  // Not found: a text in no language in particular.
  const field = found?.field.field ?? key;
  const own = capitalised(headingWords[field]?.[language as 'en']?.[0] ?? field);
  const named = message(language, `fields.${field}`);
  const word = field.includes('.') || named === `fields.${field}` ? own : named;
  return found?.language ? `${word} (${found.language})` : word;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

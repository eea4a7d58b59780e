import { Converter } from 'opencc-js/t2cn';

/** The Unicode blocks that hold Han characters OpenCC knows: URO and extensions A–G. */
const blocks: readonly (readonly [number, number])[] = [
  [0x3400, 0x9fff],
  [0x20000, 0x323af],
];

/**
 * Traditional → simplified, one character at a time, built once from OpenCC's dictionaries (Taiwan and Hong Kong
 * variants included). A search key need not tell 乾隆 from 干; it must only be the same on both sides, so the phrase
 * tables that decide such cases are left out and folding costs one look-up a character.
 */
function buildTable(): Map<string, string> {
  const ways = (['tw', 'hk', 't'] as const).map((from) => Converter({ from, to: 'cn' }));
  const table = new Map<string, string>();
  for (const [first, last] of blocks) {
    const signs = Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
    const results = ways.map((convert) => convert(signs.join('\n')).split('\n'));
    for (const [at, sign] of signs.entries()) {
      const changed = results.map((result) => result[at]).find((result) => result && result !== sign);
      if (changed && [...changed].length === 1) table.set(sign, changed);
    }
  }
  for (const [sign, target] of table) table.set(sign, lastOf(table, target));
  return table;
}

/** Follows a chain of replacements to its end, so that folding twice changes nothing. */
function lastOf(table: Map<string, string>, start: string): string {
  const seen = new Set<string>();
  let sign = start;
  while (table.has(sign) && !seen.has(sign)) {
    seen.add(sign);
    sign = table.get(sign)!;
  }
  return sign;
}

let table: Map<string, string> | undefined;
/** By code unit whether it may be one to fold: half of an astral character may always be. */
let folds: Uint8Array | undefined;

function buildFolds(known: ReadonlyMap<string, string>): Uint8Array {
  const marks = new Uint8Array(0x10000);
  marks.fill(1, 0xd800, 0xdc00);
  for (const sign of known.keys()) marks[sign.charCodeAt(0)] = 1;
  return marks;
}

/** Folds traditional characters to simplified ones: 豆瓣醬 → 豆瓣酱. */
export function simplify(text: string): string {
  table ??= buildTable();
  folds ??= buildFolds(table);
  // Nearly every text is simplified already: it is only looked through.
  let at = 0;
  while (at < text.length && folds[text.charCodeAt(at)] === 0) at += 1;
  if (at === text.length) return text;
  let result = text.slice(0, at);
  for (const sign of text.slice(at)) result += table.get(sign) ?? sign;
  return result;
}

import { formula } from '../../../platform/sheets/index.ts';

/** A cell that can't be read; worded in the reader's language by `code` and `params`. */
export class CellProblem extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;
  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Puts texts into one cell. A backslash keeps a sign of the text from being taken for the separator. */
export const joinList = (items: readonly string[], separator: ';' | '|' | ','): string =>
  items
    .map((item) =>
      item.replaceAll(/[\\;|,]/g, (sign) => (sign === '\\' || sign === separator ? `\\${sign}` : sign)),
    )
    .join(`${separator} `);

/** The texts of one cell, trimmed; empty ones are left out. Undoes `joinList`. */
export function splitList(cell: string, separator: ';' | '|' | ','): string[] {
  const items: string[] = [];
  let item = '';
  for (let index = 0; index < cell.length; index++) {
    const sign = cell[index]!;
    const next = cell[index + 1];
    if (sign === '\\' && (next === '\\' || next === separator)) {
      item += next;
      index++;
    } else if (sign === separator) {
      items.push(item);
      item = '';
    } else item += sign;
  }
  return [...items, item].map((one) => one.trim()).filter((one) => one !== '');
}

/** The text of a cell as it was before `neutralise`. */
export function cellText(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

/** The beginning of a text, at most `length` UTF-16 units, never half a character: half of one can't be kept. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

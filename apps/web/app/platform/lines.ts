/** Rows as lines to be edited, bars between cells; a cell with a bar in it keeps it, since tabs divide as well. */
export const linesOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) =>
      cells.some((cell) => cell.includes('|'))
        ? cells.map((cell) => cell.replaceAll('\t', ' ')).join('\t')
        : cells.join(' | ').trimEnd(),
    )
    .join('\n');

/** Lines as they were typed or pasted from a sheet, as rows of cells; empty lines are left out. */
export const rowsOf = (lines: string): string[][] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : '|').map((cell) => cell.trim()));

/** Languages that a record in several is asked for in: the pages' own, then those that it already has. */
export const tonguesOf = (texts: readonly Record<string, string>[]): string[] => [
  ...new Set(['zh-CN', 'en', 'ru'].concat(...texts.map((one) => Object.keys(one)))),
];

/** A text in each language that one was typed in. @param cells in the order of the tongues */
export const textsOf = (cells: readonly string[], tongues: readonly string[]): Record<string, string> =>
  Object.fromEntries(tongues.flatMap((tongue, at) => (cells[at] ? [[tongue, cells[at]]] : [])));

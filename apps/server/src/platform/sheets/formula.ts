/** What a spreadsheet would run, however many apostrophes stand before it. */
export const formula = /^'*[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/** Keeps a spreadsheet from running a text as a formula: an apostrophe goes before it. */
export const neutralise = (cell: string): string =>
  formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;

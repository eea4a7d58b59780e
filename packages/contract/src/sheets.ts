/** Media types of a list that is taken away as a sheet, by the ending of its address. */
export const sheetTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Rows of one such sheet at most; a longer list has to be narrowed first. */
export const mostSheetRows = 20_000;

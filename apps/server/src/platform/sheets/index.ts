export { csvStream } from './csv.ts';
export { formula, neutralise } from './formula.ts';
export { sheetOf, takeAway, type SheetRows } from './take-away.ts';
export { workbookStream } from './workbook.ts';

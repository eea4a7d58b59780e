export { csvStream } from './csv.ts';
export { formula, neutralise } from './formula.ts';
export { itemsOf, takeAway } from './take-away.ts';
export { workbookStream } from './workbook.ts';

export { csvStream } from './csv.ts';
export { formula, neutralise } from './formula.ts';
export { workbookStream } from './workbook.ts';

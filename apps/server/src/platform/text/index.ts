export { analyseText, type SharedTexts, type TextToAnalyse } from './analyse-text.ts';
export { analyseQuery, compoundOf, soundsOf } from './analyse-query.ts';
export { lexemesLiteral, queryLiteral, vectorLiteral } from './lexemes.ts';
export { loadTerms, type Term } from './han.ts';
export { cyrillicStem, latinStem } from './stems.ts';
export { normaliseText } from './normalise.ts';
export { normaliseCode } from './codes.ts';

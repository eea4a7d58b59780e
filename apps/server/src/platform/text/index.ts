export { analyseText, type TextToAnalyse } from './analyse-text.ts';
export { analyseQuery, compoundOf, soundsOf } from './analyse-query.ts';
export { codeLexeme, isWritten, lexemesLiteral, queryLiteral, vectorLiteral } from './lexemes.ts';
export { loadTerms, onNewTerms, type Term } from './han.ts';
export { normaliseSpelling, normaliseText } from './normalise.ts';
export { normaliseCode } from './codes.ts';
export { simplify } from './simplify.ts';
export { cyrillicStem, latinStem } from './stems.ts';
export { plainWord } from './plain-word.ts';

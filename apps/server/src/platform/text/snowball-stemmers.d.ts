declare module 'snowball-stemmers' {
  /** One of Snowball's algorithms, by its English name. */
  export function newStemmer(language: string): { stem: (word: string) => string };
}

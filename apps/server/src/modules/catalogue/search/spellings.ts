/** Of what was analysed the spellings that a mistyped word is held against. */
export const spellingsOf = (fuzzy: string): string[] =>
  fuzzy.split(' ').filter((word) => word.length > 2 && word.length <= 60);

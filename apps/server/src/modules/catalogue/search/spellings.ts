/** Of what was analysed the spellings that a mistyped word is held against. */
export const spellingsOf = (spellings: readonly string[]): string[] =>
  spellings.filter((word) => word.length > 2 && word.length <= 60);

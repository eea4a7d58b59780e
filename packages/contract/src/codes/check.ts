/** Outcome of a check digit's check; `expected` is what the last place should hold. */
export type CodeCheck =
  | { ok: true }
  | { ok: false; reason: 'length' | 'alphabet' | 'structure' }
  | { ok: false; reason: 'check-digit'; expected: string };

export const fine: CodeCheck = { ok: true };
export const wrong = (reason: 'length' | 'alphabet' | 'structure'): CodeCheck => ({ ok: false, reason });
/** Compares the digit a code carries with the one it should carry. */
export const compare = (given: string, expected: string): CodeCheck =>
  given === expected ? fine : { ok: false, reason: 'check-digit', expected };

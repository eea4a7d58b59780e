const longestCode = 64;

/**
 * A code as it is compared: letters and digits only, lower case. Long digit strings lose leading zeros, since the same
 * trade item is written as GTIN-12, 13 or 14.
 */
export function normaliseCode(code: string): string {
  // Letters and digits as nearly all codes have them need no more.
  const spelled = /^[a-zA-Z0-9]*$/.test(code) ? code : code.toWellFormed().normalize('NFKC');
  const plain = spelled
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, longestCode);
  return /^\d{12,}$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}

const measure = /^\d+(?:kg|g|ml|l)$/;

/**
 * Whether a normalised query has the form of a SKU, GTIN, HS or register number: one block of letters and digits with at
 * least one digit (hyphens, dots, slashes allowed), or groups of digits; a weight is none.
 */
export function looksLikeCode(text: string): boolean {
  if (/^\d[\d .-]{2,38}$/.test(text)) return true;
  return /^(?=.*\d)[a-z0-9][a-z0-9._/-]{2,38}$/.test(text) && !measure.test(text);
}

/** The beginnings of codes that a query asks for; of a national tariff number also its HS six digits. */
export function codeBeginnings(text: string): { beginnings: string[]; whole: string[] } {
  const code = normaliseCode(text);
  return { beginnings: [code], whole: /^\d{8}$|^\d{10}$/.test(code) ? [code.slice(0, 6)] : [] };
}

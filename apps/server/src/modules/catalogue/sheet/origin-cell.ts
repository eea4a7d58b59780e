import { divisions } from '../../../platform/geography/index.ts';

// A county is what a product comes from; a name that two places have stays words only.
const byName = new Map<string, string | null>();
for (const { level, code, names, short } of divisions) {
  if (level !== 'county') continue;
  for (const name of new Set([
    ...Object.values(names as object),
    ...Object.values(short as object),
  ] as string[])) {
    const key = name.toLowerCase();
    byName.set(key, byName.has(key) && byName.get(key) !== code ? null : code);
  }
}

/** A county by its code or name, and the words as they stand. Six digits are a code, be there such a place or not. */
export function readOrigin(cell: string): { code: string | null; text: string | null } {
  if (/^\d{6}$/.test(cell)) return { code: cell, text: null };
  const last = cell.split(/[\s,，·]+/).at(-1)!;
  const bare = cell.replace(/^(四川省|重庆市)/, '').replace(/^[^市州]{1,8}[市州](?=.)/u, '');
  const code = [cell, bare, last].map((name) => byName.get(name.toLowerCase())).find(Boolean);
  return { code: code ?? null, text: cell };
}

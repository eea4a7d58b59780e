import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const locales = path.resolve(import.meta.dirname, '../app/locales');

/** Every character that fixed headings are written with: texts whose key is or ends in `title`, in all languages. */
export function headingGlyphs(): string[] {
  const glyphs = new Set<string>();
  for (const file of globSync('*/*.json', { cwd: locales }))
    collect(JSON.parse(readFileSync(path.join(locales, file), 'utf8')), '', glyphs);
  return [...glyphs].filter((glyph) => glyph.trim() !== '').toSorted();
}

function collect(texts: unknown, key: string, into: Set<string>): void {
  if (typeof texts === 'string') {
    if (/title$/i.test(key)) for (const glyph of texts.replaceAll(/\{\{.*?\}\}/g, '')) into.add(glyph);
  } else if (typeof texts === 'object' && texts !== null) {
    for (const [name, inner] of Object.entries(texts)) collect(inner, name, into);
  }
}

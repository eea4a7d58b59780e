import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extract, runLinter } from 'i18next-cli';
import { expect, test } from 'vitest';
import config from '../i18next.config.ts';
import { headingGlyphs } from '../scripts/heading-glyphs.ts';

const locales = path.join(import.meta.dirname, 'locales');
const [leading = '', ...others] = config.locales;

/** Key → text of one language, `<namespace>:<dotted key>`. */
function textsOf(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') texts.set(key, value);
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, `${key}.${name}`);
  };
  for (const file of globSync('*.json', { cwd: path.join(locales, language) })) {
    const content = JSON.parse(readFileSync(path.join(locales, language, file), 'utf8')) as object;
    for (const [name, inner] of Object.entries(content))
      walk(inner, `${path.basename(file, '.json')}:${name}`);
  }
  return texts;
}

function keysOf(texts: object, prefix = ''): Set<string> {
  return new Set(
    Object.entries(texts).flatMap(([name, inner]: [string, unknown]) =>
      typeof inner === 'string' ? [prefix + name] : [...keysOf(inner as object, `${prefix}${name}.`)],
    ),
  );
}

/** A key without its plural form, which differs from language to language. */
const singular = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

test('every text that the pages ask for is in every catalogue, and no other', async () => {
  const results = await extract(config);
  for (const { path: file, newTranslations, existingTranslations } of results) {
    const asked = keysOf(newTranslations);
    const there = keysOf(existingTranslations);
    const name = path.relative(locales, file);
    expect([...asked.difference(there)], `${name} lacks`).toEqual([]);
    expect([...there.difference(asked)], `${name} has for nothing`).toEqual([]);
  }
});

test.each(others)('%s says everything that the leading language says', (language) => {
  const wanted = new Set([...textsOf(leading).keys()].map(singular));
  const there = new Set([...textsOf(language).keys()].map(singular));
  expect([...wanted.difference(there)]).toEqual([]);
  expect([...there.difference(wanted)]).toEqual([]);
});

test.each(config.locales)('%s leaves no text empty and fills in the same values', (language) => {
  const leadingTexts = textsOf(leading);
  const values = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
  for (const [key, text] of textsOf(language)) {
    expect(text.trim(), key).not.toBe('');
    const original = leadingTexts.get(key) ?? leadingTexts.get(singular(key));
    if (original !== undefined) expect(values(text), key).toEqual(values(original));
  }
});

test('every plural form that a language distinguishes is written', () => {
  for (const language of config.locales) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const keys = textsOf(language);
    for (const key of keys.keys()) {
      if (singular(key) === key) continue;
      for (const form of forms) expect(keys.has(`${singular(key)}_${form}`), `${language} ${key}`).toBe(true);
    }
  }
});

test('no page has words written into it', async () => {
  const { files } = await runLinter(config);
  expect(files).toEqual({});
});

test('every character of the fixed headings is in the fonts that are brought along', () => {
  const css = readFileSync(path.join(import.meta.dirname, 'fonts.css'), 'utf8');
  const held = new Set(
    [...css.matchAll(/U\+([0-9a-f]+)/g)].map(([, code]) => String.fromCodePoint(Number.parseInt(code!, 16))),
  );
  // Mended by `npm run fonts -w apps/web`.
  expect(headingGlyphs().filter((glyph) => !held.has(glyph))).toEqual([]);
});

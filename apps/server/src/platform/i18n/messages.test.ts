import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages, message, negotiateLanguage } from './messages.ts';

const folder = path.resolve(import.meta.dirname, '../../../locales');
const catalogue = (language: string, file: string) =>
  JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as Record<string, string>;
const values = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

test('every sentence exists in every language and names the same values', () => {
  const files = readdirSync(path.join(folder, 'zh-CN'));
  for (const language of languages) {
    expect(readdirSync(path.join(folder, language)), language).toEqual(files);
    for (const file of files) {
      const wanted = catalogue('zh-CN', file);
      const found = catalogue(language, file);
      expect(Object.keys(found).toSorted(), `${language}/${file}`).toEqual(Object.keys(wanted).toSorted());
      for (const [key, sentence] of Object.entries(found)) {
        expect(sentence.trim(), `${language}/${file}: ${key}`).not.toBe('');
        expect(values(sentence), `${language}/${file}: ${key}`).toEqual(values(wanted[key]!));
      }
    }
  }
});

test('a sentence is told in the reader’s language with its values filled in', () => {
  expect(message('en', 'platform.tooMany', { seconds: 5 })).toBe(
    'Too many requests; try again in 5 seconds.',
  );
  expect(message('zh-CN', 'platform.tooMany', { seconds: 5 })).toBe('请求过多，请在 5 秒后再试。');
  expect(message('en', 'platform.noSuchSentence')).toBe('platform.noSuchSentence');
});

test.each([
  [undefined, 'zh-CN'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-TW', 'zh-CN'],
  ['ru;q=0.5, en;q=0.4', 'ru'],
  ['xx, ru;q=0.1', 'ru'],
  ['en;q=0, ru', 'ru'],
  ['*', 'zh-CN'],
])('Accept-Language %s reads %s', (header, language) => {
  expect(negotiateLanguage(header)).toBe(language);
});

test('whatever the header says, the language is one of ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (header) => languages.includes(negotiateLanguage(header))),
  );
});

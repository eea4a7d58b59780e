import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { countryCodes } from './country-codes.ts';

// Written down once, in the order of each language, instead of asked of Intl: browser and server know
// different editions of CLDR, and a page must say the same on both.
const locales = path.resolve(import.meta.dirname, '../app/locales');
for (const language of readdirSync(locales)) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const entries = countryCodes
    .map((code) => [code, names.of(code)!] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, language));
  writeFileSync(
    path.join(locales, language, 'countries.json'),
    `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`,
  );
}

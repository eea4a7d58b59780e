import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance, type i18n } from 'i18next';

const folder = path.resolve(import.meta.dirname, '../../../locales');

/** Languages the server speaks: the folders of `apps/server/locales`. Adding one is adding a folder. */
export const languages: readonly string[] = readdirSync(folder).toSorted();
export const defaultLanguage = 'zh-CN';

const catalogues: i18n = createInstance();
await catalogues.init({
  lng: defaultLanguage,
  fallbackLng: [defaultLanguage],
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(
        readdirSync(path.join(folder, language)).map((file) => [
          path.basename(file, '.json'),
          JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as Record<string, string>,
        ]),
      ),
    ]),
  ),
});

/**
 * The sentence for `<module>.<name>` in a language, its `{{values}}` filled in.
 * Falls back to Chinese, then to the code itself.
 */
export function message(
  language: string,
  code: string,
  params: Record<string, string | number> = {},
): string {
  const dot = code.indexOf('.');
  return catalogues.t(code.slice(dot + 1), {
    lng: language,
    ns: code.slice(0, dot),
    keySeparator: false,
    defaultValue: code,
    ...params,
  });
}

/**
 * The best of our languages for an Accept-Language header (RFC 9110 §12.5.4), or the default.
 * `zh`, `zh-TW`, `zh-Hans` all read Chinese.
 */
export function negotiateLanguage(header: string | undefined): string {
  if (!header) return defaultLanguage;
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const quality = rest.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const primary = tag.split('-')[0];
    const found =
      languages.find((language) => language.toLowerCase() === tag) ??
      languages.find((language) => language.toLowerCase().split('-')[0] === primary);
    if (found) return found;
  }
  return defaultLanguage;
}

/** Language of the person at the terminal, from LC_ALL, LC_MESSAGES or LANG; English where they name none. */
export const terminalLanguage: string = negotiateLanguage(
  (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || 'en')
    .split('.')[0]!
    .replace('_', '-')
    .replace(/^(C|POSIX)$/, 'en'),
);

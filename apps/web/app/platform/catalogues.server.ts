import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { commonOptions, languages } from './languages.ts';

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', {
  eager: true,
  import: 'default',
});
const resources: Record<string, Record<string, Record<string, unknown>>> = {};
for (const [file, texts] of Object.entries(files)) {
  const [, language = '', namespace = ''] = /([^/]+)\/([^/]+)\.json$/.exec(file) ?? [];
  (resources[language] ??= {})[namespace] = texts;
}

// One instance a language, made once and never changed: requests in two languages can't meet in it.
const instances = new Map<string, i18n>();
for (const language of languages) {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    ...commonOptions,
    lng: language,
    ns: Object.keys(resources[language] ?? {}),
    resources,
  });
  instances.set(language, instance);
}

/** The texts of one of `languages`, all namespaces loaded. */
export function catalogueOf(language: string): i18n {
  return instances.get(language) ?? instances.get(languages[0]!)!;
}

import type { InitOptions } from 'i18next';

/** Languages of the pages: the folders of app/locales, Chinese first. Adding one is adding a folder. */
export const languages: readonly string[] = Object.keys(import.meta.glob('../locales/*/common.json'))
  .map((file) => file.split('/').at(-2)!)
  .toSorted((a, b) => Number(b === 'zh-CN') - Number(a === 'zh-CN') || a.localeCompare(b));

/** What server and browser agree on about texts. */
export const commonOptions: InitOptions = {
  supportedLngs: [...languages],
  fallbackLng: 'zh-CN',
  defaultNS: 'common',
  load: 'currentOnly',
  interpolation: { escapeValue: false },
  returnEmptyString: false,
};

/** One of our languages for a tag such as `en-GB` or `zh-Hant`, or undefined. */
export function knownLanguage(tag: string | null | undefined): string | undefined {
  if (!tag) return undefined;
  const wanted = tag.toLowerCase();
  return (
    languages.find((one) => one.toLowerCase() === wanted) ??
    languages.find((one) => one.split('-')[0] === wanted.split('-')[0])
  );
}

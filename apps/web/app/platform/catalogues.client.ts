import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { commonOptions } from './languages.ts';

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' });

/**
 * The reader's texts: the namespaces the server drew this page with before the first render, others
 * when a page asks for them. No other language reaches the browser.
 */
export async function openCatalogue(language: string, namespaces: string[]): Promise<i18n> {
  const instance = createInstance();
  instance.use(initReactI18next).use({
    type: 'backend',
    read(wanted: string, namespace: string, done: (error: unknown, texts?: Record<string, unknown>) => void) {
      const load = files[`../locales/${wanted}/${namespace}.json`];
      if (!load) return done(new Error(`no texts ${wanted}/${namespace}`));
      load().then((texts) => done(null, texts), done);
    },
  });
  await instance.init({ ...commonOptions, fallbackLng: false, lng: language, ns: namespaces });
  return instance;
}

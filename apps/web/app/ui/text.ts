import { useTranslation } from 'react-i18next';

const scripts: Record<string, string> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

export type Localised = Record<string, string>;

/** A text in the reader's language, else in Chinese, English, or whatever there is. With its tag for `lang`. */
export function inLanguage(texts: Localised, language: string): { text: string; lang: string } {
  const primary = language.split('-')[0]!;
  const order = [language, primary, 'zh-CN', 'zh', 'en', ...Object.keys(texts)];
  const lang = order.find((one) => texts[one] !== undefined);
  return lang === undefined ? { text: '', lang: language } : { text: texts[lang]!, lang };
}

/** The second language of a bilingual record: English beside Chinese, Chinese beside all else. */
export function beside(texts: Localised, language: string): { text: string; lang: string } | undefined {
  const { lang, text } = inLanguage(texts, language);
  const other = (lang.startsWith('zh') ? ['en'] : ['zh-CN', 'zh', 'en']).find(
    (one) => one !== lang && texts[one] !== undefined && texts[one] !== text,
  );
  return other === undefined ? undefined : { text: texts[other]!, lang: other };
}

/** Words of the reader's locale: numbers, dates, money, weights. */
export function useWords() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return {
    language,
    of: (texts: Localised) => inLanguage(texts, language).text,
    number: (value: number) => new Intl.NumberFormat(language).format(value),
    /** @param value ISO date or instant; shown as a day in China's time, where the alliance sits */
    day: (value: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(
        new Date(value),
      ),
    moment: (value: string) =>
      new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Asia/Shanghai',
      }).format(new Date(value)),
    /** An instant as the clocks of its place show it, with the name of their time. @param timeZone IANA */
    momentIn: (value: string, timeZone: string) =>
      new Intl.DateTimeFormat(language, {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
        timeZone,
      }).format(new Date(value)),
    dayIn: (value: string, timeZone: string) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }).format(new Date(value)),
    /** A time of day as the clocks of a place show it. */
    clockIn: (value: string, timeZone: string) =>
      new Intl.DateTimeFormat(language, {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }).format(new Date(value)),
    /** @param ppm parts per million */
    percent: (ppm: number) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(ppm / 1_000_000),
    list: (words: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(words),
    /** Chinese is told by its script, which is what a label or a reader needs, not by a country. */
    tongue: (tag: string) =>
      new Intl.DisplayNames([language], { type: 'language' }).of(scripts[tag] ?? tag) ?? tag,
    /** @param minor integer minor units of `currency` (ISO 4217) */
    money: (minor: number, currency: string) => {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency });
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    /** @param grams integer */
    weight: (grams: number) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: grams < 1000 ? 'gram' : 'kilogram',
        maximumFractionDigits: 3,
      }).format(grams < 1000 ? grams : grams / 1000),
    /** @param tenths tenths of a degree Celsius */
    temperature: (tenths: number) =>
      new Intl.NumberFormat(language, { style: 'unit', unit: 'celsius', maximumFractionDigits: 1 }).format(
        tenths / 10,
      ),
  };
}

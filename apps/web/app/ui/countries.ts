import { useTranslation } from 'react-i18next';

/** Countries and regions (ISO 3166-1 alpha-2) in the reader's language and order. */
export function useCountries() {
  const { t, i18n } = useTranslation('countries');
  return {
    name: (code: string): string => t(code, { defaultValue: code }),
    /** For a choice of one. */
    options: () =>
      Object.entries(
        (i18n.getResourceBundle(i18n.language, 'countries') ?? {}) as Record<string, string>,
      ).map(([value, label]) => ({ value, label })),
  };
}

import { useTranslation } from 'react-i18next';

/** Sichuan's and Chongqing's divisions for a choice of one, each prefecture before its counties. */
export function usePlaceOptions(): { value: string; label: string }[] {
  const { i18n } = useTranslation('places');
  const named = (i18n.getResourceBundle(i18n.language, 'places') ?? {}) as Record<string, string>;
  return Object.entries(named)
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => Number(a.value) - Number(b.value));
}

/** Sichuan's and Chongqing's divisions in the reader's language, by GB/T 2260 code of 2, 4 or 6 digits. */
export function usePlaces(): (code: string) => string {
  const { t } = useTranslation('places');
  return (code) => t(code.padEnd(6, '0'), { defaultValue: code });
}

import { useTranslation } from 'react-i18next';

/** Sichuan's and Chongqing's divisions in the reader's language, by GB/T 2260 code of 2, 4 or 6 digits. */
export function usePlaces(): (code: string) => string {
  const { t } = useTranslation('places');
  return (code) => t(code.padEnd(6, '0'), { defaultValue: code });
}

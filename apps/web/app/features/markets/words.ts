import type { ChargeRate, CheckReason } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import { useWords } from '../../ui/text.ts';

/** How reasons, areas and rates are told in the reader's language. */
export function useMarketWords() {
  const { t } = useTranslation(['markets', 'words']);
  const words = useWords();
  const countries = useCountries();
  const ingredient = (key: string) => t(`markets:ingredient.${key}`, { defaultValue: key });
  const wordFor: Record<string, (value: string) => string> = {
    kinds: (kind) => t(`words:certificate.${kind}`, { defaultValue: kind }),
    kind: (kind) => t(`words:certificate.${kind}`, { defaultValue: kind }),
    languages: words.tongue,
    allergens: (allergen) => t(`words:allergen.${allergen}`, { defaultValue: allergen }),
    ingredients: ingredient,
  };
  const told = (name: string, value: string | number | string[]): string | number => {
    if (typeof value === 'number') return words.number(value);
    const word = wordFor[name] ?? ((one: string) => one);
    if (name === 'validUntil' && typeof value === 'string') return words.day(value);
    return Array.isArray(value) ? words.list(value.map(word)) : word(value);
  };
  return {
    ...words,
    area: (area: string) =>
      ['EU', 'EAEU', 'GCC', 'WORLD'].includes(area) ? t(`markets:area.${area}`) : countries.name(area),
    reason: ({ code, params }: CheckReason) =>
      t(
        `markets:reason.${code}`,
        Object.fromEntries(Object.entries(params).map(([name, value]) => [name, told(name, value)])),
      ),
    rate: (rate: ChargeRate) =>
      'ppm' in rate
        ? t('markets:charges.percent', {
            rate: new Intl.NumberFormat(words.language, {
              style: 'percent',
              maximumFractionDigits: 4,
            }).format(rate.ppm / 1_000_000),
            basis: t(`markets:basis.${rate.of}`),
          })
        : t('markets:charges.fixed', {
            amount: words.money(rate.amount, rate.currency),
            basis: t(`markets:basis.${rate.of}`),
          }),
  };
}

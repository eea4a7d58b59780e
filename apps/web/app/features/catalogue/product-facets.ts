import type { listProducts, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import type { Facet } from '../../ui/facets.tsx';
import { usePlaces } from '../../ui/places.ts';
import { useWords } from '../../ui/text.ts';
import { priceRange } from './price-range.ts';

type Counts = ResponseOf<typeof listProducts>['facets'];

/** The counts of a list of products, worded as boxes to tick. */
export function useProductFacets(counts: Counts): Facet[] {
  const { t } = useTranslation(['catalogue', 'words']);
  const countries = useCountries();
  const place = usePlaces();
  const { money } = useWords();
  const price = (step: string) => {
    const { from, below } = priceRange(step)!;
    if (below === null) return t('catalogue:facet.priceFrom', { from: money(from, 'CNY') });
    return t('catalogue:facet.priceBetween', { from: money(from, 'CNY'), below: money(below, 'CNY') });
  };
  const worded = (facet: { value: string; count: number }[], label: (value: string) => string) =>
    facet.map(({ value, count }) => ({ value, count, label: label(value) }));
  return [
    {
      name: 'category',
      title: t('catalogue:facet.category'),
      options: worded(counts.category, (key) => t(`words:category.${key}`, { defaultValue: key })),
    },
    {
      name: 'storage',
      title: t('catalogue:facet.storage'),
      options: worded(counts.storage, (key) => t(`words:temperature.${key}`)),
    },
    { name: 'origin', title: t('catalogue:facet.origin'), options: worded(counts.origin, place) },
    {
      name: 'price',
      title: t('catalogue:facet.price'),
      any: t('catalogue:facet.priceAny'),
      options: worded(counts.price, price).toSorted(
        (a, b) => Number.parseInt(a.value) - Number.parseInt(b.value),
      ),
    },
    { name: 'market', title: t('catalogue:facet.market'), options: worded(counts.market, countries.name) },
    {
      name: 'certificate',
      title: t('catalogue:facet.certificate'),
      options: worded(counts.certificate, (key) => t(`words:certificate.${key}`)),
    },
    {
      name: 'gi',
      title: t('catalogue:facet.gi'),
      options: counts.gi
        .filter(({ value }) => value === 'true')
        .map(({ count }) => ({ value: 'true', count, label: t('catalogue:facet.giYes') })),
    },
  ];
}

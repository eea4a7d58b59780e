import type { listMembers, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import type { Facet } from '../../ui/facets.tsx';
import { usePlaces } from '../../ui/places.ts';
import { useWords } from '../../ui/text.ts';

type Counts = ResponseOf<typeof listMembers>['facets'];

/** The counts of a list of members, worded as boxes to tick. */
export function useMemberFacets(counts: Counts): Facet[] {
  const { t } = useTranslation(['members', 'words']);
  const countries = useCountries();
  const place = usePlaces();
  const { tongue } = useWords();
  if (!counts) return [];
  const worded = (facet: { value: string; count: number }[], label: (value: string) => string) =>
    facet.map(({ value, count }) => ({ value, count, label: label(value) }));
  return [
    {
      name: 'kind',
      title: t('members:facet.kind'),
      options: worded(counts.kind, (kind) => t(`words:kind.${kind}`)),
    },
    {
      name: 'continent',
      title: t('members:facet.continent'),
      options: worded(counts.continent, (continent) => t(`words:continent.${continent}`)),
    },
    {
      name: 'resource',
      title: t('members:facet.resource'),
      options: worded(counts.resource, (kind) => t(`words:resource.${kind}`)),
    },
    { name: 'country', title: t('members:facet.country'), options: worded(counts.country, countries.name) },
    { name: 'place', title: t('members:facet.place'), options: worded(counts.place, place) },
    {
      name: 'language',
      title: t('members:page.languages'),
      options: worded(counts.language, tongue),
    },
    {
      name: 'tag',
      title: t('members:facet.tag'),
      options: worded(counts.tag, (tag) => t(`words:tag.${tag}`)),
    },
  ];
}

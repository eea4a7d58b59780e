import type { VisaNote } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import { useWords } from '../../ui/text.ts';

/** What guests of a country need, as a sentence. */
export function useVisaRule() {
  const { t } = useTranslation('tours');
  const countries = useCountries();
  return (country: string, { rule, days }: Pick<VisaNote, 'rule' | 'days'>): string =>
    t(`visa.${rule}`, { days: days ?? 0, country: countries.name(country) });
}

/** Where a visa note comes from, how sure it is, and whether a person has held it against that. */
export function VisaSource({ note }: { note: VisaNote }) {
  const { t } = useTranslation('tours');
  const { day } = useWords();
  const { source, confidence, review } = note;
  return (
    <span className="text-sm text-faded [overflow-wrap:anywhere]">
      <a href={source.url} rel="noreferrer nofollow" className="link">
        {source.title}
      </a>{' '}
      <span>{t('visa.source', { day: day(source.date), sure: t(`confidence.${confidence}`) })}</span>{' '}
      <span>
        {review ? t('visa.reviewed', { person: review.by, day: day(review.at) }) : t('visa.notReviewed')}
      </span>
    </span>
  );
}

import type { Tour } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';
import { openPoints, type OpenPoint } from './tour-values.ts';

/** Where on the page each is settled. */
const place: Record<OpenPoint, string> = {
  mustLeftOut: '#stops',
  notAsked: '#stops',
  noAnswer: '#stops',
  declined: '#stops',
  nobodyTalks: '#interpreter',
  namesMissing: '#letter',
  visaEnds: '#visa',
  cooled: '#plan',
};

/** What is still to be settled or thought of, each with the way to where it is. */
export function OpenPoints({ tour }: { tour: Tour }) {
  const { t } = useTranslation('tours');
  const { day } = useWords();
  const points = openPoints(tour);
  if (points.length === 0) return null;
  return (
    <section aria-labelledby="open" className="mb-6 border-s-4 border-seal bg-wash px-4 py-3">
      <h2 id="open" className="mb-1 font-medium">
        {t('open.title')}
      </h2>
      <ul className="grid gap-y-2 text-sm tabular-nums">
        {points.map(({ what, number }) => (
          <li key={what} data-open={what}>
            <a href={place[what]} className="link">
              {t(`open.${what}`, { number, day: tour.visa.validTo ? day(tour.visa.validTo) : '' })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

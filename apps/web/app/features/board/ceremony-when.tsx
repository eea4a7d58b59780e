import type { CeremonyBrief } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';

/** When a ceremony is, by the clocks of its place, and where. */
export function CeremonyWhen({ ceremony }: { ceremony: CeremonyBrief }) {
  const { t } = useTranslation('ceremonies');
  const { dayIn, clockIn, of } = useWords();
  const { startsAt, endsAt, zone } = ceremony;
  const [day, last] = [dayIn(startsAt, zone), dayIn(endsAt, zone)];
  const from = clockIn(startsAt, zone);
  const until = clockIn(endsAt, zone);
  return (
    <>
      <time dateTime={startsAt} className="tabular-nums">
        {day === last
          ? t('when', { day, from, until, zone })
          : t('whenDays', { day, from, last, until, zone })}
      </time>
      {' · '}
      {of(ceremony.place)}
    </>
  );
}

import type { GatheringBrief } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { useWords } from '../../ui/text.ts';

const stateTone = { draft: 'plain', announced: 'celadon', closed: 'plain', cancelled: 'seal' } as const;

/** When a gathering is, by the clocks of its place, and where. */
export function GatheringWhen({ gathering }: { gathering: GatheringBrief }) {
  const { t } = useTranslation('gatherings');
  const { dayIn, clockIn, of } = useWords();
  const { startsAt, endsAt, zone } = gathering;
  const [day, last] = [dayIn(startsAt, zone), dayIn(endsAt, zone)];
  const [from, until] = [clockIn(startsAt, zone), clockIn(endsAt, zone)];
  return (
    <>
      <time dateTime={startsAt} className="tabular-nums">
        {day === last
          ? t('when', { day, from, until, zone })
          : t('whenDays', { day, from, last, until, zone })}
      </time>
      {' · '}
      {of(gathering.place)}
      {' · '}
      {gathering.city}
    </>
  );
}

export function GatheringMarks({ gathering }: { gathering: GatheringBrief }) {
  const { t } = useTranslation('gatherings');
  return (
    <>
      <Badge>{t(`kind.${gathering.kind}`)}</Badge>
      <Badge tone={stateTone[gathering.state]}>{t(`state.${gathering.state}`)}</Badge>
      {gathering.demo && <Badge>{t('demo')}</Badge>}
    </>
  );
}

/** The head of a page about one part of a gathering: what the page is, of which gathering, when and where. */
export function GatheringHead({ gathering, title }: { gathering: GatheringBrief; title: string }) {
  const { of } = useWords();
  return (
    <header className="mb-6">
      <title>{title}</title>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link to={`/gatherings/${gathering.id}`} className="link font-name">
          {of(gathering.names)}
        </Link>
        <GatheringMarks gathering={gathering} />
      </p>
      <h1 className="mt-1 text-3xl">{title}</h1>
      <p className="mt-1 text-sm text-faded">
        <GatheringWhen gathering={gathering} />
      </p>
    </header>
  );
}

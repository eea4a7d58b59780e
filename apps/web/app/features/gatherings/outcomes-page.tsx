import type { Gathering, listMeetingOutcomes, MetAt, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTabs } from '../../ui/list-tabs.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { GatheringHead } from './gathering-head.tsx';
import { MeetingTold } from './meeting-outcome.tsx';
import { OutcomeTotals } from './outcome-totals.tsx';

/** What came of the meetings of a gathering that one keeps: all together, then one by one as each side says. */
export function OutcomesPage({
  gathering,
  found,
}: {
  gathering: Gathering;
  found: ResponseOf<typeof listMeetingOutcomes>;
}) {
  const { t } = useTranslation('gatherings');
  const { clockIn, dayIn, number } = useWords();
  const [search] = useSearchParams();
  return (
    <article>
      <GatheringHead gathering={gathering} title={t('outcome.pageTitle')} />
      <Section title={t('outcome.together')} note={t('outcome.togetherNote')}>
        <OutcomeTotals totals={found.totals} />
      </Section>
      <ListTabs
        label={t('outcome.shown')}
        name="show"
        shown={search.get('show')}
        tabs={[
          { value: null, label: t('list.all') },
          { value: 'told', label: t('outcome.show.told') },
          { value: 'untold', label: t('outcome.show.untold') },
        ]}
      />
      {found.items.length === 0 ? (
        <EmptyState title={t('outcome.none')}>
          <p>{t('outcome.noneAdvice')}</p>
        </EmptyState>
      ) : (
        <ul className="border-t border-ink">
          {found.items.map((one) => (
            <li key={one.id} className="border-b border-rule py-3">
              <p className="flex flex-wrap items-baseline gap-x-4 gap-y-2 tabular-nums">
                <time dateTime={one.startsAt}>
                  {t('agenda.at', {
                    day: dayIn(one.startsAt, gathering.zone),
                    from: clockIn(one.startsAt, gathering.zone),
                    until: clockIn(one.endsAt, gathering.zone),
                  })}
                </time>
                <span>{t('agenda.table', { table: number(one.table) })}</span>
              </p>
              <div className="mt-1 grid gap-x-8 gap-y-3 sm:grid-cols-2">
                <Side party={one.a} told={one.ofA} />
                <Side party={one.b} told={one.ofB} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pagination nextCursor={found.nextCursor} />
    </article>
  );
}

function Side({ party, told }: { party: MetAt['a']; told: MetAt['ofA'] }) {
  const { t } = useTranslation('gatherings');
  const { of } = useWords();
  return (
    <div className="min-w-0">
      <Link to={`/members/${party.id}`} className="link font-name">
        {of(party.names)}
      </Link>
      {told ? <MeetingTold outcome={told} /> : <p className="text-sm text-faded">{t('outcome.untold')}</p>}
    </div>
  );
}

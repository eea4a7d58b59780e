import type { listPaperApplications, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { stateTone } from './state-tone.ts';

/** Applications as a council works through them. */
export function ApplicationList(props: {
  found: ResponseOf<typeof listPaperApplications>;
  shown: string | undefined;
}) {
  const { t } = useTranslation('papers');
  const { of, moment, number } = useWords();
  const countries = useCountries();
  const { found, shown } = props;
  const { counts } = found;
  const tabs = [
    {
      value: undefined,
      label: t('applications.all'),
      count: counts.submitted + counts.returned + counts.certified,
    },
    ...(['submitted', 'returned', 'certified'] as const).map((value) => ({
      value,
      label: t(`state.${value}`),
      count: counts[value],
    })),
  ];
  return (
    <>
      <title>{t('applications.title')}</title>
      <ListPage
        title={t('applications.title')}
        count={t('applications.count', { count: counts.submitted })}
        tools={null}
      >
        <nav aria-label={t('applications.title')} className="mb-5 border-b border-rule">
          <ul className="-mb-px flex flex-wrap gap-x-6">
            {tabs.map(({ value, label, count }) => (
              <li key={label}>
                <Link
                  to={value ? `?state=${value}` : '?'}
                  aria-current={value === shown ? 'page' : undefined}
                  className="block border-b-2 border-transparent py-1.5 hover:border-rule aria-[current=page]:border-seal aria-[current=page]:text-seal"
                >
                  {label} <span className="text-sm tabular-nums">{number(count)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {found.items.length === 0 ? (
          <EmptyState title={t('applications.none')}>{t('applications.advice')}</EmptyState>
        ) : (
          <Table
            stacks
            caption={t('applications.title')}
            columns={[
              t('list.number'),
              t('applications.who'),
              t('list.paper'),
              t('applications.destination'),
              t('list.state'),
              t('applications.sent'),
            ]}
            rows={found.items.map((one) => ({
              key: one.id,
              cells: [
                <Link key="to" to={`/papers/${one.id}`} className="link tabular-nums">
                  {one.number}
                </Link>,
                of(one.seller),
                t(`kind.${one.kind}`),
                one.destination ? countries.name(one.destination) : '',
                <Badge key="state" tone={stateTone[one.state]}>
                  {t(`state.${one.state}`)}
                </Badge>,
                moment(one.submittedAt),
              ],
            }))}
          />
        )}
        <Pagination nextCursor={found.nextCursor} />
      </ListPage>
    </>
  );
}

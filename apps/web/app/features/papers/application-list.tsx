import type { listPaperApplications, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { ListTabs } from '../../ui/list-tabs.tsx';
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
  return (
    <>
      <title>{t('applications.title')}</title>
      <ListPage
        title={t('applications.title')}
        count={t('applications.count', { count: counts.submitted })}
        tools={null}
      >
        <ListTabs
          label={t('applications.title')}
          name="state"
          shown={shown ?? null}
          tabs={[
            {
              value: null,
              label: t('applications.all'),
              count: number(counts.submitted + counts.returned + counts.certified),
            },
            ...(['submitted', 'returned', 'certified'] as const).map((value) => ({
              value,
              label: t(`state.${value}`),
              count: number(counts[value]),
            })),
          ]}
        />
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

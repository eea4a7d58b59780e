import type { listRelations, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { ListTabs } from '../../ui/list-tabs.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { PartnerName } from './partner-name.tsx';
import { relationStates } from './vocabulary.ts';

type State = (typeof relationStates)[number];

/** Whom one's organisation knows: what both confirmed, what waits for us, what waits for others. */
export function RelationList(props: {
  found: ResponseOf<typeof listRelations>;
  state: State;
  counts: Record<State, number>;
}) {
  const { t } = useTranslation('network');
  const { day, number } = useWords();
  const { found, state, counts } = props;
  return (
    <>
      <title>{t('list.title')}</title>
      <ListPage
        title={t('list.title')}
        count={t('list.count', { count: counts.confirmed })}
        tools={
          <>
            <ButtonLink to="/introductions">{t('introductions.title')}</ButtonLink>
            <ButtonLink look="main" to="/network/new">
              {t('new.title')}
            </ButtonLink>
          </>
        }
      >
        <p className="measure mb-5 text-sm text-faded">{t('list.whoSees')}</p>
        <ListTabs
          label={t('list.title')}
          name="state"
          shown={state}
          tabs={relationStates.map((value) => ({
            value,
            label: t(`list.tab.${value}`),
            count: number(counts[value]),
          }))}
        />
        {found.items.length === 0 ? (
          <EmptyState title={t(`list.empty.${state}`)}>
            <p>{t(`list.advice.${state}`)}</p>
            <p className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-2">
              <Link to="/network/new" className="link">
                {t('new.title')}
              </Link>
              <Link to="/members" className="link">
                {t('toMembers')}
              </Link>
            </p>
          </EmptyState>
        ) : (
          <Table
            stacks
            caption={t(`list.tab.${state}`)}
            columns={[
              t('list.partner'),
              t('field.kind'),
              t('list.strength'),
              t('field.visibility'),
              t('list.statedAt'),
            ]}
            numeric={[2]}
            rows={found.items.map((one) => ({
              key: one.id,
              cells: [
                <PartnerName key="partner" partner={one.partner} to={`/network/${one.id}`} />,
                <Badge key="kind">{t(`kind.${one.kind}`)}</Badge>,
                one.strength === null ? (one.ours ? number(one.ours.strength) : '—') : number(one.strength),
                (one.visibility ?? one.ours?.visibility)
                  ? t(`visibility.${one.visibility ?? one.ours!.visibility}`)
                  : '—',
                <time key="at" dateTime={one.statedAt} className="whitespace-nowrap">
                  {day(one.statedAt)}
                </time>,
              ],
            }))}
          />
        )}
        <Pagination nextCursor={found.nextCursor} />
      </ListPage>
    </>
  );
}

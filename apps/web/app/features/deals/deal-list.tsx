import type { listDeals, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { dealKinds, dealSorts, dealStages } from '@jiechuan/contract/words';

/** Deals of one's own organisation: where each stands, whose turn it is, until when. */
export function DealList({ found }: { found: ResponseOf<typeof listDeals> }) {
  const { t } = useTranslation('deals');
  const { of, day, money } = useWords();
  const countries = useCountries();
  const [search] = useSearchParams();
  const narrowed = ['q', 'stage', 'kind', 'show', 'market'].some((name) => search.has(name));
  const filter = (name: string, options: { value: string; label: string }[]) => (
    <SelectField
      key={`${name}${search.get(name) ?? ''}`}
      name={name}
      label={t(`list.${name}`)}
      defaultValue={search.get(name) ?? options[0]?.value}
      options={options}
    />
  );
  return (
    <ListForm label={t('list.title')}>
      <title>{t('list.title')}</title>
      <ListPage
        title={t('list.title')}
        count={t('list.count', { count: found.total })}
        tools={
          <>
            <SearchField name="q" label={t('list.search')} defaultValue={search.get('q') ?? ''} />
            {filter('show', [
              { value: '', label: t('list.all') },
              { value: 'toAct', label: t('list.toAct') },
              { value: 'open', label: t('list.open') },
              { value: 'stalled', label: t('list.stalled') },
            ])}
            {filter('stage', [
              { value: '', label: t('list.any') },
              ...dealStages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
            ])}
            {filter('kind', [
              { value: '', label: t('list.any') },
              ...dealKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
            ])}
            {filter(
              'sort',
              dealSorts.map((sort) => ({ value: sort, label: t(`list.by.${sort}`) })),
            )}
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('list.apply')}</button>
            </noscript>
          </>
        }
      >
        {found.items.length === 0 ? (
          narrowed ? (
            <NoneFound title={t('list.noneFound')}>{t('list.noneFoundAdvice')}</NoneFound>
          ) : (
            <EmptyState title={t('list.empty')}>
              <p>{t('list.emptyAdvice')}</p>
              <p className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-2">
                <Link to="/demands" className="link">
                  {t('list.toDemands')}
                </Link>
                <Link to="/members" className="link">
                  {t('new.toMembers')}
                </Link>
              </p>
            </EmptyState>
          )
        ) : (
          <Table
            caption={t('list.title')}
            columns={[t('list.deal'), t('list.stage'), t('list.turn'), t('list.amount'), t('list.active')]}
            numeric={[3]}
            stacks
            rows={found.items.map((deal) => {
              const other = deal.ours === 'seller' ? deal.buyer : deal.seller;
              return {
                key: deal.id,
                cells: [
                  <div key="deal" className="min-w-44">
                    <Link
                      to={`/deals/${deal.id}`}
                      className="font-name text-base font-semibold hover:text-seal"
                    >
                      {deal.title}
                    </Link>{' '}
                    {deal.unread > 0 && <Badge tone="seal">{t('list.unread', { count: deal.unread })}</Badge>}
                    <span className="block text-xs text-faded">
                      {[
                        t(`kind.${deal.kind}`),
                        deal.ours ? of(other.names) : `${of(deal.seller.names)} → ${of(deal.buyer.names)}`,
                        countries.name(deal.market),
                      ].join(' · ')}
                    </span>
                  </div>,
                  <span key="stage">
                    {t(`stage.${deal.stage}`)} {deal.stalled && <Badge tone="seal">{t('stalled')}</Badge>}
                  </span>,
                  deal.owner ? (
                    <span key="turn" className={deal.owner.side === deal.ours ? 'text-seal' : ''}>
                      {deal.owner.side === deal.ours ? t('list.us') : t(`side.${deal.owner.side}`)}
                      {deal.deadline && ` · ${t('list.until', { day: day(deal.deadline) })}`}
                    </span>
                  ) : (
                    ''
                  ),
                  deal.amount ? money(deal.amount.amount, deal.amount.currency) : '',
                  <time key="active" dateTime={deal.lastActiveAt} className="whitespace-nowrap">
                    {day(deal.lastActiveAt)}
                  </time>,
                ],
              };
            })}
          />
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && <ExportLinks path="/deals" sorted />}
      </ListPage>
    </ListForm>
  );
}

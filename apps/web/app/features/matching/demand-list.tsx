import type { listDemands, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
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
import { useCoverage } from './coverage.tsx';
import { demandSorts } from '@jiechuan/contract/words';

/** What members want to buy, one's own, or what one's own products would do for. */
export function DemandList(props: {
  found: ResponseOf<typeof listDemands>;
  markets: readonly string[];
  /** The reader's organisation may want something itself. */
  asks: boolean;
}) {
  const { t } = useTranslation(['matching', 'words']);
  const { number, of, day, money, language } = useWords();
  const countries = useCountries();
  const covered = useCoverage();
  const [search] = useSearchParams();
  const { found } = props;
  const narrowed = ['q', 'market', 'state', 'show'].some((name) => search.has(name));
  const filter = (name: string, options: { value: string; label: string }[]) => (
    <SelectField
      key={`${name}${search.get(name) ?? ''}`}
      name={name}
      label={t(`matching:list.${name}`)}
      defaultValue={search.get(name) ?? options[0]?.value}
      options={options}
    />
  );
  return (
    <ListForm label={t('matching:list.title')}>
      <title>{t('matching:list.title')}</title>
      <ListPage
        title={t('matching:list.title')}
        count={t('matching:list.count', { count: found.total })}
        tools={
          <>
            <SearchField name="q" label={t('matching:list.search')} defaultValue={search.get('q') ?? ''} />
            {filter('show', [
              { value: '', label: t('matching:list.all') },
              { value: 'own', label: t('matching:list.own') },
              { value: 'forUs', label: t('matching:list.forUs') },
            ])}
            {filter('market', [
              { value: '', label: t('matching:list.anyMarket') },
              ...props.markets
                .map((code) => ({ value: code, label: countries.name(code) }))
                .toSorted((a, b) => a.label.localeCompare(b.label, language)),
            ])}
            {filter(
              'sort',
              demandSorts.map((sort) => ({ value: sort, label: t(`matching:list.by.${sort}`) })),
            )}
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('matching:list.apply')}</button>
            </noscript>
            {props.asks && (
              <ButtonLink look="main" to="/demands/new">
                {t('matching:new.title')}
              </ButtonLink>
            )}
          </>
        }
      >
        <p className="measure mb-4 text-faded">{t('matching:list.lead')}</p>
        {found.items.length === 0 ? (
          narrowed ? (
            <NoneFound title={t('matching:list.noneFound')}>{t('matching:list.noneFoundAdvice')}</NoneFound>
          ) : (
            <EmptyState title={t('matching:list.empty')}>{t('matching:list.emptyAdvice')}</EmptyState>
          )
        ) : (
          <Table
            caption={t('matching:list.title')}
            columns={[
              t('matching:list.wanted'),
              t('matching:field.quantity'),
              t('matching:field.targetPrice'),
              t('matching:list.matched'),
              t('matching:field.openUntil'),
            ]}
            stacks
            rows={found.items.map((demand) => ({
              key: demand.id,
              cells: [
                <div key="words" className="min-w-44">
                  <Link
                    to={`/demands/${demand.id}`}
                    className="font-name text-base font-semibold hover:text-seal"
                  >
                    {demand.words}
                  </Link>
                  <span className="block text-xs text-faded">
                    {of(demand.buyer.names)} → {countries.name(demand.market)}
                  </span>
                  {demand.mine && <Badge tone="celadon">{t('matching:list.mine')}</Badge>}
                </div>,
                t('matching:page.each', {
                  quantity: number(demand.quantity),
                  unit: t(`words:quantity.${demand.unit}`),
                  rhythm: t(`matching:rhythm.${demand.rhythm}`),
                }),
                demand.targetPrice
                  ? `≤ ${money(demand.targetPrice.amount, demand.targetPrice.currency)} ${demand.incoterm}`
                  : demand.incoterm,
                demand.state === 'closed' ? t('matching:state.closed') : covered(demand),
                <time key="until" dateTime={demand.openUntil} className="whitespace-nowrap">
                  {day(demand.openUntil)}
                </time>,
              ],
            }))}
          />
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && <ExportLinks path="/demands" sorted />}
      </ListPage>
    </ListForm>
  );
}

import type { listStandings, ResponseOf } from '@jiechuan/contract';
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
import { MarketMarks } from './market-marks.tsx';
import { ReachMap } from './reach-map.tsx';
import { symbolSorts, symbolStages } from '@jiechuan/contract/words';

/** From regional symbol to global hit: how many products stand where, then each with the markets it has reached. */
export function SymbolsPage(props: {
  found: ResponseOf<typeof listStandings>;
  markets: readonly string[];
  /** What the reader may see beside what all see. */
  beyond: 'own' | 'all' | null;
  /** The reader looks at that. */
  whole: boolean;
}) {
  const { t } = useTranslation('symbols');
  const { number, language } = useWords();
  const countries = useCountries();
  const [search] = useSearchParams();
  const { found, beyond, whole } = props;
  const narrowed = ['q', 'market', 'stage'].some((name) => search.has(name));
  const filter = (name: string, options: { value: string; label: string }[]) => (
    <SelectField
      key={`${name}${search.get(name) ?? ''}`}
      name={name}
      label={t(`filter.${name}`)}
      defaultValue={search.get(name) ?? options[0]?.value}
      options={options}
    />
  );
  const any = { value: '', label: t('filter.any') };
  const at = (stage: string) => {
    const query = new URLSearchParams(search);
    query.delete('cursor');
    if (query.get('stage') === stage) query.delete('stage');
    else query.set('stage', stage);
    return `?${query}`;
  };
  const exported = new URLSearchParams(search);
  exported.delete('show');
  return (
    <ListForm label={t('title')}>
      <title>{t('title')}</title>
      {whole && <input type="hidden" name="show" value={beyond ?? ''} />}
      <ListPage
        title={t('title')}
        count={t('count', { count: found.total })}
        tools={
          <>
            <SearchField name="q" label={t('filter.q')} defaultValue={search.get('q') ?? ''} />
            {filter('stage', [
              any,
              ...symbolStages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
            ])}
            {filter('market', [
              any,
              ...props.markets
                .map((code) => ({ value: code, label: countries.name(code) }))
                .toSorted((a, b) => a.label.localeCompare(b.label, language)),
            ])}
            {filter(
              'sort',
              symbolSorts.map((sort) => ({ value: sort, label: t(`filter.by.${sort}`) })),
            )}
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('filter.apply')}</button>
            </noscript>
          </>
        }
      >
        <p className="measure mb-3 text-faded">{t('lead')}</p>
        {beyond && (
          <p className="mb-4 flex flex-wrap gap-x-5 gap-y-2 text-sm print:hidden">
            {whole ? (
              <Link to="/board/symbols" className="link">
                {t('view.public')}
              </Link>
            ) : (
              <Link to={`?show=${beyond}`} className="link">
                {t(`view.${beyond}`)}
              </Link>
            )}
          </p>
        )}
        <ol className="mb-7 grid grid-cols-2 gap-px border border-rule bg-rule lg:grid-cols-4">
          {symbolStages.map((stage) => (
            <li key={stage} data-stage={stage} className="bg-paper">
              <Link
                to={at(stage)}
                aria-current={search.get('stage') === stage ? 'true' : undefined}
                className="block h-full px-3 py-2.5 hover:bg-wash aria-[current=true]:bg-wash"
              >
                <span
                  className={`font-heading text-4xl tabular-nums ${stage === 'global' ? 'text-seal' : ''}`}
                >
                  {number(found.stages[stage])}
                </span>
                <span className="block font-medium">{t(`stage.${stage}`)}</span>
                <span className="block text-sm text-faded">{t(`rule.${stage}`)}</span>
              </Link>
            </li>
          ))}
        </ol>
        <Found {...props} narrowed={narrowed} />
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && (
          <ExportLinks path={whole ? '/board/standings' : '/board/symbols'} query={exported} sorted />
        )}
      </ListPage>
    </ListForm>
  );
}

function Found(props: Parameters<typeof SymbolsPage>[0] & { narrowed: boolean }) {
  const { t } = useTranslation('symbols');
  const { of, number } = useWords();
  const { found, beyond, whole } = props;
  if (found.items.length === 0 && props.narrowed)
    return <NoneFound title={t('noneFound')}>{t('noneFoundAdvice')}</NoneFound>;
  if (found.items.length === 0)
    return (
      <EmptyState title={whole ? t('emptyOwn') : t('empty')}>
        <p>{whole ? t('emptyOwnAdvice') : t('emptyAdvice')}</p>
        <p className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-2">
          {beyond === 'own' ? (
            <>
              <Link to="/organisation/products" className="link">
                {t('toOwnProducts')}
              </Link>
              <Link to="/deals" className="link">
                {t('toDeals')}
              </Link>
            </>
          ) : (
            <Link to="/products" className="link">
              {t('toProducts')}
            </Link>
          )}
        </p>
      </EmptyState>
    );
  return (
    <Table
      caption={t('title')}
      columns={[
        t('column.product'),
        t('column.stage'),
        t('column.markets'),
        t('column.orders'),
        t('column.buyers'),
      ]}
      numeric={[3, 4]}
      stacks
      rows={found.items.map((one) => ({
        key: one.product.id,
        cells: [
          <div key="product" className="min-w-44">
            <Link
              to={`/products/${one.product.id}`}
              className="font-name text-base font-semibold hover:text-seal"
            >
              {of(one.product.names)}
            </Link>
            <span className="block text-xs text-faded">{of(one.product.maker.names)}</span>
            {whole && (
              <span className="mt-0.5 block text-xs">
                {beyond === 'own' ? (
                  <Link to={`/organisation/products/${one.product.id}#standing`} className="link">
                    {one.shown ? t('shown') : t('notShown')}
                  </Link>
                ) : one.shown ? (
                  t('shown')
                ) : (
                  t('notShown')
                )}
              </span>
            )}
          </div>,
          <Badge
            key="stage"
            tone={one.stage === 'global' ? 'seal' : one.stage === 'regional' ? 'plain' : 'celadon'}
          >
            {t(`stage.${one.stage}`)}
          </Badge>,
          <div key="markets" className="flex items-center gap-x-4 gap-y-2 max-sm:flex-wrap">
            <ReachMap markets={one.markets} />
            <MarketMarks markets={one.markets} />
          </div>,
          // Wide enough for the columns' names.
          <span key="orders" className="inline-block sm:min-w-14">
            {number(one.orders)}
          </span>,
          <span key="buyers" className="inline-block sm:min-w-14">
            {number(one.buyers)}
          </span>,
        ],
      }))}
    />
  );
}

import type { listPlans, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { planSorts, planStates, planVerdicts } from '@jiechuan/contract/words';
import { VerdictMark } from './verdict-mark.tsx';

/** All plans of one's organisation: what became of each, when it would arrive, what a unit would cost. */
export function PlanList(props: { found: ResponseOf<typeof listPlans>; markets: readonly string[] }) {
  const { t } = useTranslation(['plans', 'words']);
  const { language, money, moment, day, number } = useWords();
  const countries = useCountries();
  const [search] = useSearchParams();
  const { found } = props;
  const product = search.get('product');
  const ofProduct = found.items.find((one) => one.product.id === product)?.product;
  const narrowed = ['q', 'state', 'market', 'verdict', 'product'].some((name) => search.has(name));
  const filter = (name: string, options: { value: string; label: string }[]) => (
    <SelectField
      key={`${name}${search.get(name) ?? ''}`}
      name={name}
      label={t(`plans:list.${name}`)}
      defaultValue={search.get(name) ?? ''}
      options={[{ value: '', label: t(`plans:list.any.${name}`) }, ...options]}
    />
  );
  return (
    <ListForm label={t('plans:list.title')}>
      <title>{t('plans:list.title')}</title>
      <ListPage
        title={t('plans:list.title')}
        count={t('plans:list.count', { count: found.total })}
        tools={
          <>
            <SearchField name="q" label={t('plans:list.search')} defaultValue={search.get('q') ?? ''} />
            {filter(
              'state',
              planStates.map((state) => ({ value: state, label: t(`plans:state.${state}`) })),
            )}
            {filter(
              'verdict',
              planVerdicts.map((verdict) => ({ value: verdict, label: t(`plans:verdict.${verdict}Title`) })),
            )}
            {filter(
              'market',
              props.markets
                .map((code) => ({ value: code, label: countries.name(code) }))
                .toSorted((a, b) => a.label.localeCompare(b.label, language)),
            )}
            <SelectField
              key={`sort${search.get('sort') ?? ''}`}
              name="sort"
              label={t('plans:list.sort')}
              defaultValue={search.get('sort') ?? 'newest'}
              options={planSorts.map((sort) => ({ value: sort, label: t(`plans:list.by.${sort}`) }))}
            />
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('plans:list.apply')}</button>
            </noscript>
            <ButtonLink look="main" to={product ? `/plans/new?product=${product}` : '/plans/new'}>
              {t('plans:new.title')}
            </ButtonLink>
          </>
        }
      >
        {product && (
          <p className="mb-3 flex flex-wrap gap-x-4">
            <input type="hidden" name="product" value={product} />
            {ofProduct && (
              <span>{t('plans:list.ofProduct', { name: inLanguage(ofProduct.names, language).text })}</span>
            )}
            <Link to="/plans" className="link">
              {t('plans:list.ofAll')}
            </Link>
          </p>
        )}
        {found.items.length === 0 ? (
          narrowed ? (
            <NoneFound title={t('plans:list.noneFound')}>{t('plans:list.noneFoundAdvice')}</NoneFound>
          ) : (
            <EmptyState title={t('plans:list.empty')}>
              <p>{t('plans:list.emptyAdvice')}</p>
              <p className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-2">
                <Link to="/plans/new" className="link">
                  {t('plans:new.title')}
                </Link>
                <Link to="/products" className="link">
                  {t('plans:list.toProducts')}
                </Link>
              </p>
            </EmptyState>
          )
        ) : (
          <Table
            caption={t('plans:list.title')}
            columns={[
              t('plans:list.plan'),
              t('plans:list.verdict'),
              t('plans:figure.arrives'),
              t('plans:figure.perUnit'),
              t('plans:list.changed'),
            ]}
            numeric={[3]}
            stacks
            rows={found.items.map((plan) => {
              const name = inLanguage(plan.product.names, language);
              return {
                key: plan.id,
                cells: [
                  <div key="plan" className="min-w-44">
                    <Link
                      to={`/plans/${plan.id}`}
                      className="font-name text-base font-semibold hover:text-seal"
                    >
                      <span lang={name.lang}>{name.text}</span> → {countries.name(plan.market)}
                    </Link>
                    <span className="block text-xs text-faded">
                      {plan.product.sku} · {number(plan.quantity)} ·{' '}
                      {t('plans:page.version', { version: plan.version })}
                    </span>
                  </div>,
                  <span key="verdict" className="flex min-w-32 items-center gap-2">
                    <VerdictMark verdict={plan.verdict} className="size-6 shrink-0" />
                    <span>
                      {t(`plans:verdict.${plan.verdict}Title`)}{' '}
                      {plan.state !== 'current' && (
                        <Badge tone="seal">{t(`plans:state.${plan.state}`)}</Badge>
                      )}
                    </span>
                  </span>,
                  plan.arrivesAt ? (
                    <time key="arrives" dateTime={plan.arrivesAt} className="whitespace-nowrap">
                      {day(plan.arrivesAt)}
                    </time>
                  ) : (
                    '—'
                  ),
                  plan.perUnitFen === null ? '—' : money(plan.perUnitFen, 'CNY'),
                  <span key="changed" className="whitespace-nowrap">
                    {moment(plan.updatedAt)}
                  </span>,
                ],
              };
            })}
          />
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && <ExportLinks path="/plans" sorted />}
      </ListPage>
    </ListForm>
  );
}

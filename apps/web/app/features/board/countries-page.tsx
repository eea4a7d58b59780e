import type { BoardTags, reportCountries, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { TagSources } from './tag-sources.tsx';
import { countrySorts, emergingFields } from '@jiechuan/contract/words';

const tiers = ['contract', 'effective', 'paid', 'intent'] as const;

/** The board by country: what it comes to first, then each country; narrowed by tag and period, taken away as a sheet. */
export function CountriesPage(props: { found: ResponseOf<typeof reportCountries>; tags: BoardTags }) {
  const { t } = useTranslation(['board', 'reports']);
  const { money, number } = useWords();
  const countries = useCountries();
  const [search] = useSearchParams();
  const { items, totals } = props.found;
  const sort = countrySorts.find((one) => one === search.get('sort')) ?? 'contract';
  const tier = sort === 'country' ? 'contract' : sort;
  const most = Math.max(1, ...items.map(({ sums }) => sums[tier].cny));
  const narrowed = ['belt', 'field', 'from', 'until'].some((name) => search.has(name));
  const filter = (name: string, options: { value: string; label: string }[]) => (
    <SelectField
      key={`${name}${search.get(name) ?? ''}`}
      name={name}
      label={t(`reports:filter.${name}`)}
      defaultValue={search.get(name) ?? options[0]?.value}
      options={options}
    />
  );
  const dayFilter = (name: 'from' | 'until') => (
    <TextField
      key={`${name}${search.get(name) ?? ''}`}
      name={name}
      type="date"
      label={t(`reports:filter.${name}`)}
      defaultValue={search.get(name) ?? ''}
    />
  );
  const any = { value: '', label: t('reports:filter.any') };
  const sumOf = ({ deals, cny }: { deals: number; cny: number }) =>
    deals === 0 && cny === 0 ? '' : `${money(cny, 'CNY')} (${number(deals)})`;
  return (
    <ListForm label={t('reports:title')}>
      <title>{t('reports:title')}</title>
      <ListPage
        title={t('reports:title')}
        count={t('reports:count', { count: items.length })}
        tools={
          <>
            {filter('belt', [
              any,
              { value: 'yes', label: t('board:belt.yes') },
              { value: 'no', label: t('board:belt.no') },
            ])}
            {filter('field', [
              any,
              { value: 'any', label: t('reports:filter.anyField') },
              ...[...emergingFields, 'none', 'unknown'].map((field) => ({
                value: field,
                label: t(`board:field.${field}`),
              })),
            ])}
            {dayFilter('from')}
            {dayFilter('until')}
            {filter('sort', [
              ...tiers.map((one) => ({ value: one, label: t(`board:tier.${one}`) })),
              { value: 'country', label: t('reports:filter.code') },
            ])}
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('reports:filter.apply')}</button>
            </noscript>
          </>
        }
      >
        {items.length === 0 ? (
          narrowed ? (
            <NoneFound title={t('reports:noneFound')}>{t('reports:noneFoundAdvice')}</NoneFound>
          ) : (
            <EmptyState title={t('board:none')}>
              <p>{t('reports:emptyAdvice')}</p>
              <p className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-2">
                <Link to="/board/signing" className="link">
                  {t('board:title')}
                </Link>
                <Link to="/deals" className="link">
                  {t('reports:toDeals')}
                </Link>
              </p>
            </EmptyState>
          )
        ) : (
          <>
            <dl className="mb-6 grid grid-cols-2 gap-x-8 gap-y-4 lg:grid-cols-4">
              {tiers.map((one) => (
                <div key={one} data-tier={one}>
                  <dt className="text-sm text-faded">{t(`board:tier.${one}`)}</dt>
                  <dd>
                    <span
                      className={`font-heading text-2xl whitespace-nowrap tabular-nums max-sm:text-lg ${one === 'contract' ? 'text-gold' : ''}`}
                    >
                      {money(totals[one].cny, 'CNY')}
                    </span>
                    <span className="block text-sm text-faded">
                      {[
                        t('board:deals', { count: totals[one].deals }),
                        totals[one].withoutRate > 0 &&
                          t('board:withoutRate', { count: totals[one].withoutRate }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
            <Table
              caption={t('reports:title')}
              columns={[t('board:of.country'), ...tiers.map((one) => t(`board:tier.${one}`))]}
              numeric={[1, 2, 3, 4]}
              stacks
              rows={items.map(({ country, belt, sums }) => ({
                key: country,
                cells: [
                  <div key="country" className="min-w-40">
                    <span className="me-2 font-name text-base font-semibold">{countries.name(country)}</span>
                    {belt === 'yes' && <Badge tone="celadon">{t('board:belt.yes')}</Badge>}
                    <svg
                      viewBox="0 0 100 2"
                      preserveAspectRatio="none"
                      aria-hidden="true"
                      className="mt-1 h-1 w-full"
                    >
                      <rect width="100" height="2" className="fill-rule" />
                      <rect
                        width={Math.max(0, (100 * sums[tier].cny) / most)}
                        height="2"
                        className="fill-celadon"
                      />
                    </svg>
                  </div>,
                  ...tiers.map((one) => sumOf(sums[one])),
                ],
              }))}
            />
            <ExportLinks path="/board/countries" sorted />
          </>
        )}
        <TagSources tags={props.tags} />
      </ListPage>
    </ListForm>
  );
}

import type { Market } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { WorldMap } from '../../ui/world-map.tsx';
import { useMarketWords } from './words.ts';

const continents = ['asia', 'europe', 'africa', 'americas', 'oceania'] as const;

/** Every market: where it is, what it speaks and pays in, how much is known of it and by whom. */
export function MarketList(props: { all: Market[]; shown: Market[] }) {
  const { t } = useTranslation(['markets', 'words', 'common']);
  const { of, number, tongue, list, area } = useMarketWords();
  const [search] = useSearchParams();
  // Somebody came from a product: each market answers for it.
  const product = search.get('product');
  const suffix = product ? `?${new URLSearchParams({ product })}` : '';
  const marks = continents.map((continent) => {
    const count = props.all.filter((market) => market.continent === continent).length;
    const name = t(`words:continent.${continent}`);
    return { place: continent, label: `${name} ${number(count)}`, count, words: `${name} ${number(count)}` };
  });
  return (
    <ListForm label={t('markets:list.label')}>
      <title>{t('markets:list.title')}</title>
      <meta name="description" content={t('markets:list.lead')} />
      <ListPage
        title={t('markets:list.title')}
        count={t('markets:list.count', { count: props.shown.length })}
        tools={
          <>
            <SearchField name="q" label={t('markets:list.search')} defaultValue={search.get('q') ?? ''} />
            <SelectField
              name="continent"
              label={t('markets:list.continent')}
              defaultValue={search.get('continent') ?? ''}
              options={[
                { value: '', label: t('markets:list.anywhere') },
                ...continents.map((continent) => ({
                  value: continent,
                  label: t(`words:continent.${continent}`),
                })),
              ]}
            />
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('common:list.apply')}</button>
            </noscript>
          </>
        }
      >
        {product && <input type="hidden" name="product" value={product} />}
        <p className="measure mb-4 text-faded">
          {product ? t('markets:list.forProduct') : t('markets:list.lead')}
        </p>
        <div className="mx-auto mb-6 max-w-3xl">
          <WorldMap marks={marks} origin={t('markets:list.origin')} />
        </div>
        {props.shown.length === 0 ? (
          <NoneFound title={t('markets:list.empty')}>{t('markets:list.emptyAdvice')}</NoneFound>
        ) : (
          <ul className="grid gap-x-8 border-t border-ink md:grid-cols-2">
            {props.shown.map((market) => (
              <li key={market.code} className="border-b border-rule py-3">
                <div className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <Link
                    to={`/markets/${market.code}${suffix}`}
                    className="font-name text-xl font-semibold hover:text-seal"
                  >
                    {of(market.names)}
                  </Link>
                  <span className="flex flex-wrap gap-1">
                    {market.unions.map((union) => (
                      <Badge key={union} tone="celadon">
                        {area(union)}
                      </Badge>
                    ))}
                    <Badge>{market.currency}</Badge>
                  </span>
                </div>
                <p className="text-sm text-faded">{list(market.languages.map(tongue))}</p>
                <p className="mt-1 text-sm tabular-nums">
                  {[
                    t('markets:list.rules', { count: market.rules }),
                    t('markets:list.habits', { count: market.habits }),
                    t('markets:list.confirmed', { count: market.confirmedHabits }),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        )}
      </ListPage>
    </ListForm>
  );
}

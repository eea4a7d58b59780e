import type { listProducts, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ExportLinks } from '../../ui/export-links.tsx';
import { Facets } from '../../ui/facets.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { SpellingNote } from '../../ui/spelling-note.tsx';
import { useWords } from '../../ui/text.ts';
import { useProductFacets } from './product-facets.ts';
import { priceQuery } from './price-range.ts';
import { ProductLine } from './product-line.tsx';

const sorts = ['relevance', 'newest', 'name', 'price'] as const;

/** Every published product: looked for in any language, narrowed by what it is and where it may go. */
export function ProductList({ found }: { found: ResponseOf<typeof listProducts> }) {
  const { t } = useTranslation('catalogue');
  const { of, language } = useWords();
  const [search] = useSearchParams();
  const exported = exportQuery(search, language);
  const facets = useProductFacets(found.facets);
  const q = search.get('q') ?? '';
  const organisation = search.get('organisation');
  const maker = found.items.find((one) => one.maker.id === organisation)?.maker;
  return (
    <ListForm label={t('list.label')}>
      <title>{q === '' ? t('list.title') : t('list.titleOf', { q })}</title>
      <ListPage
        title={t('list.title')}
        count={
          found.totalIsLowerBound
            ? t('list.countAtLeast', { count: found.total })
            : t('list.count', { count: found.total })
        }
        aside={<Facets facets={facets} />}
        tools={
          <>
            <SearchField name="q" label={t('list.search')} defaultValue={q} />
            <SelectField
              name="sort"
              label={t('list.sort')}
              defaultValue={search.get('sort') ?? ''}
              options={[
                { value: '', label: t('list.sortDefault') },
                ...sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) })),
              ]}
            />
          </>
        }
      >
        {organisation && (
          <p className="mb-3 flex flex-wrap gap-x-4">
            <input type="hidden" name="organisation" value={organisation} />
            {maker && <span>{t('list.ofMaker', { name: of(maker.names) })}</span>}
            <Link to="/products" className="link">
              {t('list.ofAll')}
            </Link>
          </p>
        )}
        {found.spelling && found.total > 0 && <SpellingNote q={q} spelling={found.spelling} />}
        {found.items.length === 0 ? (
          <NoneFound title={t('list.empty')}>{t('list.emptyAdvice')}</NoneFound>
        ) : (
          <ul className="border-t border-ink">
            {found.items.map((product) => (
              <ProductLine key={product.id} product={product} />
            ))}
          </ul>
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && <ExportLinks path="/products" query={exported} />}
      </ListPage>
    </ListForm>
  );
}

/** The filters in the address as the export's; it knows a price by its bounds. */
function exportQuery(search: URLSearchParams, language: string): URLSearchParams {
  const query = new URLSearchParams([...search].filter(([name]) => name !== 'price'));
  for (const [name, value] of Object.entries(priceQuery(search.get('price') ?? '')))
    query.append(name, value);
  query.set('language', language);
  return query;
}

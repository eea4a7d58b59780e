import type { listProducts, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facets } from '../../ui/facets.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { SpellingNote } from '../../ui/spelling-note.tsx';
import { ExportLinks } from './export-links.tsx';
import { useProductFacets } from './product-facets.ts';
import { ProductLine } from './product-line.tsx';

const sorts = ['relevance', 'newest', 'name', 'price'] as const;

/** Every published product: looked for in any language, narrowed by what it is and where it may go. */
export function ProductList({ found }: { found: ResponseOf<typeof listProducts> }) {
  const { t } = useTranslation('catalogue');
  const [search] = useSearchParams();
  const facets = useProductFacets(found.facets);
  const q = search.get('q') ?? '';
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
        {found.spelling && found.total > 0 && <SpellingNote q={q} spelling={found.spelling} />}
        {found.items.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.emptyAdvice')}</EmptyState>
        ) : (
          <ul className="border-t border-ink">
            {found.items.map((product) => (
              <ProductLine key={product.id} product={product} />
            ))}
          </ul>
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && <ExportLinks />}
      </ListPage>
    </ListForm>
  );
}

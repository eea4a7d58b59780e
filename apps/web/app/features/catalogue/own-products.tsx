import type { listMyProducts, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { ExportLinks } from '../../ui/export-links.tsx';
import { productStates } from '@jiechuan/contract/words';

/** All products of one's organisation, whatever their state. */
export function OwnProducts({ found }: { found: ResponseOf<typeof listMyProducts> }) {
  const { t } = useTranslation(['catalogue', 'words']);
  const { of, moment, language } = useWords();
  const [search] = useSearchParams();
  return (
    <ListForm label={t('catalogue:own.title')}>
      <title>{t('catalogue:own.title')}</title>
      <ListPage
        title={t('catalogue:own.title')}
        count={t('catalogue:list.count', { count: found.total })}
        tools={
          <>
            <SearchField name="q" label={t('catalogue:own.search')} defaultValue={search.get('q') ?? ''} />
            <SelectField
              name="state"
              label={t('catalogue:own.state')}
              defaultValue={search.get('state') ?? ''}
              options={[
                { value: '', label: t('catalogue:own.anyState') },
                ...productStates.map((state) => ({ value: state, label: t(`catalogue:state.${state}`) })),
              ]}
            />
            <ButtonLink look="main" to="/organisation/products/new">
              {t('catalogue:own.add')}
            </ButtonLink>
          </>
        }
      >
        {found.items.length === 0 ? (
          <EmptyState title={t('catalogue:own.empty')}>{t('catalogue:own.emptyAdvice')}</EmptyState>
        ) : (
          <Table
            stacks
            caption={t('catalogue:own.title')}
            columns={[
              t('catalogue:field.sku'),
              t('catalogue:variant.name'),
              t('catalogue:facet.category'),
              t('catalogue:own.state'),
              t('catalogue:own.changed'),
            ]}
            rows={found.items.map((one) => ({
              key: one.id,
              cells: [
                <span key="sku" className="font-mono">
                  {one.sku}
                </span>,
                <Link key="name" to={`/organisation/products/${one.id}`} className="link">
                  {of(one.names)}
                </Link>,
                t(`words:category.${one.category}`, { defaultValue: one.category }),
                <Badge key="state" tone={one.state === 'published' ? 'celadon' : 'plain'}>
                  {t(`catalogue:state.${one.state}`)}
                </Badge>,
                moment(one.updatedAt),
              ],
            }))}
          />
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && (
          <ExportLinks path="/products" query={new URLSearchParams({ mine: 'true', language })} />
        )}
      </ListPage>
    </ListForm>
  );
}

import type { listMembers, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ExportLinks } from '../../ui/export-links.tsx';
import { Facets } from '../../ui/facets.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { NoneFound } from '../../ui/none-found.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { useMemberFacets } from './member-facets.ts';
import { MemberLine } from './member-line.tsx';

/** Everybody in the alliance: looked for by any word, narrowed by what and where they are. */
export function Directory({ found }: { found: ResponseOf<typeof listMembers> }) {
  const { t } = useTranslation('members');
  const [search] = useSearchParams();
  const facets = useMemberFacets(found.facets);
  return (
    <ListForm label={t('directory.label')}>
      <title>{t('directory.title')}</title>
      <ListPage
        title={t('directory.title')}
        count={t('directory.count', { count: found.total })}
        aside={<Facets facets={facets} />}
        tools={
          <>
            <SearchField name="q" label={t('directory.search')} defaultValue={search.get('q') ?? ''} />
            <SelectField
              name="sort"
              label={t('directory.sort')}
              defaultValue={search.get('sort') ?? 'newest'}
              options={[
                { value: 'newest', label: t('directory.sortNewest') },
                { value: 'name', label: t('directory.sortName') },
              ]}
            />
          </>
        }
      >
        {search.get('association') && (
          <p className="mb-3">
            <input type="hidden" name="association" value={search.get('association') ?? ''} />
            {t('directory.ofAssociation')}{' '}
            <Link to="/members" className="link">
              {t('directory.ofAll')}
            </Link>
          </p>
        )}
        {found.items.length === 0 ? (
          <NoneFound title={t('directory.empty')}>{t('directory.emptyAdvice')}</NoneFound>
        ) : (
          <ul className="border-t border-ink">
            {found.items.map((member) => (
              <MemberLine key={member.id} member={member} />
            ))}
          </ul>
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && <ExportLinks path="/members" />}
      </ListPage>
    </ListForm>
  );
}

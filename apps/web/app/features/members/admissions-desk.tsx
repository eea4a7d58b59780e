import type { listApplications, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { useWords } from '../../ui/text.ts';

const states = ['open', 'admitted', 'refused'] as const;
const waits = ['desk', 'applicant'] as const;

/** Who has applied, oldest open first; an applicant sees its own. */
export function AdmissionsDesk({ found }: { found: ResponseOf<typeof listApplications> }) {
  const { t } = useTranslation(['members', 'words', 'common']);
  const { of, day } = useWords();
  const countries = useCountries();
  const [search] = useSearchParams();
  return (
    <ListForm label={t('members:desk.title')}>
      <title>{t('members:desk.title')}</title>
      <ListPage
        title={t('members:desk.title')}
        count={t('members:desk.count', { count: found.total })}
        tools={
          <>
            <SearchField name="q" label={t('members:desk.search')} defaultValue={search.get('q') ?? ''} />
            <SelectField
              name="state"
              label={t('members:desk.state')}
              defaultValue={search.get('state') ?? ''}
              options={[
                { value: '', label: t('members:resources.any') },
                ...states.map((state) => ({ value: state, label: t(`members:applicationState.${state}`) })),
              ]}
            />
            <SelectField
              name="waitsFor"
              label={t('members:desk.waitsFor')}
              defaultValue={search.get('waitsFor') ?? ''}
              options={[
                { value: '', label: t('members:resources.any') },
                ...waits.map((whom) => ({ value: whom, label: t(`members:waits.${whom}`) })),
              ]}
            />
          </>
        }
      >
        {found.items.length === 0 ? (
          <EmptyState title={t('members:desk.empty')}>
            <p>{t('members:desk.emptyAdvice')}</p>
            {[...search.keys()].length > 0 && (
              <p className="mt-3">
                <Link to="?" className="link">
                  {t('common:list.clear')}
                </Link>
              </p>
            )}
          </EmptyState>
        ) : (
          <ul className="border-t border-ink">
            {found.items.map((one) => (
              <li
                key={one.id}
                className="grid items-baseline gap-x-4 border-b border-rule py-2.5 sm:grid-cols-[minmax(0,1fr)_9rem_15rem_12rem]"
              >
                <Link
                  to={`/admissions/${one.id}`}
                  className="font-name text-lg font-semibold hover:text-seal"
                >
                  {of(one.organisation.names)}
                </Link>
                <span className="text-sm">{t(`words:kind.${one.organisation.kind}`)}</span>
                <span className="text-sm text-faded">
                  {countries.name(one.organisation.country)} · {day(one.submittedAt)}
                </span>
                <span>
                  <Badge
                    tone={one.state === 'open' ? 'seal' : one.state === 'admitted' ? 'celadon' : 'plain'}
                  >
                    {one.waitsFor === 'applicant'
                      ? t('members:waitsFor.applicant')
                      : one.waitsFor === 'desk' && one.asked > 0
                        ? t('members:waitsFor.answered')
                        : t(`members:applicationState.${one.state}`)}
                  </Badge>
                </span>
              </li>
            ))}
          </ul>
        )}
        <Pagination nextCursor={found.nextCursor} />
        {found.items.length > 0 && <ExportLinks path="/applications" />}
      </ListPage>
    </ListForm>
  );
}

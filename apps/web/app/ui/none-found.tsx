import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from './empty-state.tsx';

/** A list that has nothing for these filters: what to try, without them or in everything there is. */
export function NoneFound({ title, children }: { title: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  const narrowed = [...search.keys()].some((name) => !['q', 'sort', 'cursor', 'lang'].includes(name));
  const query = q === '' ? '' : `?${new URLSearchParams({ q })}`;
  return (
    <EmptyState title={title}>
      <p>{children}</p>
      <p className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-2">
        {narrowed && (
          <Link to={query || '?'} className="link">
            {t('list.clear')}
          </Link>
        )}
        {q !== '' && (
          <Link to={`/search${query}`} className="link">
            {t('search.everywhere')}
          </Link>
        )}
      </p>
    </EmptyState>
  );
}

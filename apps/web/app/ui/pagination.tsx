import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

/** The ways on from one page of a list that is read by cursor: on, or back to the beginning. */
export function Pagination({ nextCursor }: { nextCursor: string | null }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const to = (cursor?: string) => {
    const query = new URLSearchParams(search);
    query.delete('cursor');
    if (cursor) query.set('cursor', cursor);
    return `?${query}`;
  };
  if (!nextCursor && !search.has('cursor')) return null;
  return (
    <nav aria-label={t('list.pages')} className="mt-5 flex justify-between text-sm">
      {search.has('cursor') ? (
        <Link to={to()} className="link">
          {t('list.first')}
        </Link>
      ) : (
        <span />
      )}
      {nextCursor && (
        <Link to={to(nextCursor)} rel="next" className="link">
          {t('list.next')}
        </Link>
      )}
    </nav>
  );
}

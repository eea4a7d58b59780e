import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

/**
 * The ways on from one page of a list that is read by cursor: on, or back to the beginning.
 * @param of what the list is called where a page has several: the name of its cursor in the address, and its place on the page
 */
export function Pagination({ nextCursor, of }: { nextCursor: string | null; of?: string }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const name = of ?? 'cursor';
  const to = (cursor?: string) => {
    const query = new URLSearchParams(search);
    query.delete(name);
    if (cursor) query.set(name, cursor);
    return `?${query}${of ? `#${of}` : ''}`;
  };
  if (!nextCursor && !search.has(name)) return null;
  return (
    <nav aria-label={t('list.pages')} className="mt-5 flex justify-between text-sm">
      {search.has(name) ? (
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

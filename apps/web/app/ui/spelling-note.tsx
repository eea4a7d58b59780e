import { useTranslation } from 'react-i18next';

/** Says that what was typed was found only in another spelling. */
export function SpellingNote({ q, spelling }: { q: string; spelling: string }) {
  const { t } = useTranslation();
  if (q.toLowerCase() === spelling.toLowerCase()) return null;
  return (
    <p className="mb-4 border-s-4 border-celadon bg-celadon-wash px-4 py-2 text-sm">
      {t('search.spelling', { q, spelling })}
    </p>
  );
}

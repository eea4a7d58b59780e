import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

/** The list as it stands, filters and all, as a sheet. `mine`: all of the own organisation's instead. */
export function ExportLinks({ mine }: { mine?: boolean }) {
  const { t, i18n } = useTranslation('catalogue');
  const [search] = useSearchParams();
  const query = new URLSearchParams(mine ? [] : search);
  for (const name of ['cursor', 'limit', 'sort', 'lang']) query.delete(name);
  if (mine) query.set('mine', 'true');
  query.set('language', i18n.language);
  return (
    <p className="mt-5 flex gap-4 text-sm print:hidden">
      <a href={`/api/v1/products/export.csv?${query}`} className="link" download>
        {t('list.exportCsv')}
      </a>
      <a href={`/api/v1/products/export.xlsx?${query}`} className="link" download>
        {t('list.exportXlsx')}
      </a>
    </p>
  );
}

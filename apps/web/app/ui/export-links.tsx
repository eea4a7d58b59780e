import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

/**
 * The list as it stands, filters and all, as a sheet.
 * @param path of the list's endpoint: `/products`
 * @param query instead of the filters in the address
 */
export function ExportLinks({ path, query }: { path: string; query?: URLSearchParams }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = new URLSearchParams(query ?? search);
  for (const name of ['cursor', 'limit', 'sort', 'lang']) asked.delete(name);
  const href = (format: string) => `/api/v1${path}/export.${format}?${asked}`;
  return (
    <p className="mt-5 flex gap-4 text-sm print:hidden">
      <a href={href('csv')} className="link" download>
        {t('list.exportCsv')}
      </a>
      <a href={href('xlsx')} className="link" download>
        {t('list.exportXlsx')}
      </a>
    </p>
  );
}

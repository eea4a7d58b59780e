import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

/**
 * The list as it stands, filters and all, as a sheet.
 * @param props.path of the list's endpoint: `/products`
 * @param props.query instead of the filters in the address
 * @param props.sorted the sheet takes the list's order as well
 */
export function ExportLinks(props: { path: string; query?: URLSearchParams; sorted?: boolean }) {
  const { path, query, sorted = false } = props;
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const left = new Set(['cursor', 'limit', 'lang', ...(sorted ? [] : ['sort'])]);
  // A form sent without script names the fields that were left empty as well.
  const asked = new URLSearchParams(
    [...(query ?? search)].filter(([name, value]) => value !== '' && !left.has(name)),
  );
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

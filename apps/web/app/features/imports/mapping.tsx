import type { ImportResource } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';

/** Each column of the sheet with its first values, and the field it fills. */
export function Mapping({ job }: { job: ImportResource }) {
  const { t } = useTranslation('imports');
  const missing = job.missing.map((field) => job.fields.find((one) => one.field === field)?.name ?? field);
  return (
    <>
      {missing.length > 0 && (
        <p className="mb-4 border-s-4 border-seal bg-alarm-wash px-4 py-2 text-sm">
          {t('mapping.missing', { fields: missing.join('、') })}
        </p>
      )}
      <div role="region" aria-label={t('mapping.title')} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-y border-ink text-sm">
          <thead>
            <tr className="border-b border-ink text-faded">
              <th scope="col" className="py-1.5 pe-3 text-start font-medium">
                {t('mapping.heading')}
              </th>
              <th scope="col" className="py-1.5 pe-3 text-start font-medium">
                {t('mapping.field')}
              </th>
              <th scope="col" className="py-1.5 text-start font-medium max-sm:hidden">
                {t('mapping.values')}
              </th>
            </tr>
          </thead>
          <tbody>
            {job.columns.map(({ index, heading, field }) => (
              <tr key={index} className="border-b border-rule last:border-0">
                <th scope="row" className="min-w-24 py-1.5 pe-3 text-start font-medium">
                  {heading || t('mapping.unnamed', { number: index + 1 })}
                  <span className="block font-normal text-faded sm:hidden">{job.preview[0]?.[index]}</span>
                </th>
                <td className="py-1.5 pe-3">
                  <select
                    name={`columns.${index}`}
                    defaultValue={field ?? '-'}
                    aria-label={t('mapping.fieldOf', { heading })}
                    className="rounded-seal border border-field bg-sheet px-2 py-1"
                  >
                    <option value="-">{t('mapping.leftOut')}</option>
                    {job.fields.map((one) => (
                      <option key={one.field} value={one.field}>
                        {one.name}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="min-w-48 py-1.5 text-faded max-sm:hidden">
                  {job.preview
                    .map((row) => row[index])
                    .filter(Boolean)
                    .slice(0, 3)
                    .join(' | ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

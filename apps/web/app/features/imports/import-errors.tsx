import type { listImportErrors, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';

/** Each bad cell: where it is, what stands there, why it can't be taken. */
export function ImportErrors({ id, errors }: { id: string; errors: ResponseOf<typeof listImportErrors> }) {
  const { t } = useTranslation('imports');
  const { number } = useWords();
  return (
    <>
      <p className="mb-3">
        <a href={`/api/v1/imports/${id}/errors.csv`} className="link" download>
          {t('errors.download')}
        </a>
      </p>
      <Table
        stacks
        caption={t('errors.title')}
        columns={[t('errors.row'), t('errors.column'), t('errors.value'), t('errors.reason')]}
        numeric={[0]}
        rows={errors.items.flatMap(({ row, problems }) =>
          problems.map(({ column, value, message }, index) => ({
            key: `${row}.${index}`,
            cells: [number(row), column ?? t('errors.wholeRow'), <code key="value">{value}</code>, message],
          })),
        )}
      />
      <Pagination nextCursor={errors.nextCursor} />
    </>
  );
}

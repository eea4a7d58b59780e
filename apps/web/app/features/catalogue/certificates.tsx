import type { ProductPage } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { fileUrl } from '../../ui/file-url.ts';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';

/** What others have proven of the product, until when, and the paper itself. */
export function Certificates({ certificates }: { certificates: ProductPage['certificates'] }) {
  const { t } = useTranslation(['catalogue', 'words']);
  const { day } = useWords();
  return (
    <Table
      stacks
      caption={t('catalogue:page.certificatesTitle')}
      columns={[
        t('catalogue:certificate.kind'),
        t('catalogue:certificate.number'),
        t('catalogue:certificate.issuer'),
        t('catalogue:certificate.until'),
      ]}
      rows={certificates.map((one) => ({
        key: one.id,
        cells: [
          t(`words:certificate.${one.kind}`),
          one.fileId ? (
            <a href={fileUrl(one.fileId)} className="link">
              {one.number}
            </a>
          ) : (
            one.number
          ),
          one.issuer,
          one.validUntil ? day(one.validUntil) : t('catalogue:certificate.open'),
        ],
      }))}
    />
  );
}

import type { Packing } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';

/** From the single piece to the pallet: how many of the smaller, what it weighs, what it measures. */
export function PackingTable({ packing }: { packing: Packing[] }) {
  const { t } = useTranslation('catalogue');
  const { number, weight } = useWords();
  return (
    <Table
      stacks
      caption={t('page.packingTitle')}
      columns={[
        t('packing.level'),
        t('packing.contains'),
        t('packing.net'),
        t('packing.gross'),
        t('packing.size'),
        'GTIN',
      ]}
      numeric={[1, 2, 3, 4]}
      rows={packing.map((level) => ({
        key: level.level,
        cells: [
          t(`level.${level.level}`),
          number(level.contains),
          weight(level.netGrams),
          weight(level.grossGrams),
          level.lengthMm && level.widthMm && level.heightMm
            ? `${number(level.lengthMm)} × ${number(level.widthMm)} × ${number(level.heightMm)}`
            : '',
          level.gtin ?? '',
        ],
      }))}
    />
  );
}

import type { PriceBand } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';

/** Prices by quantity, each with the currency and where the seller's part ends. `hidden`: there are more by agreement. */
export function PriceTable({ prices, unit, hidden }: { prices: PriceBand[]; unit: string; hidden: boolean }) {
  const { t } = useTranslation(['catalogue', 'words']);
  const { number, money } = useWords();
  return (
    <>
      {prices.length > 0 && (
        <Table
          caption={t('catalogue:page.pricesTitle')}
          columns={[t('catalogue:price.from'), t('catalogue:price.each'), t('catalogue:price.terms')]}
          numeric={[0, 1]}
          rows={prices.map((band) => ({
            key: `${band.minQuantity}${band.currency}${band.incoterm}${band.place}${band.byAgreement}`,
            cells: [
              t(`words:amount.${unit}`, { count: band.minQuantity, amount: number(band.minQuantity) }),
              money(band.amount, band.currency),
              `${band.incoterm} ${band.place}`,
            ],
          }))}
        />
      )}
      {(hidden || prices.length === 0) && (
        <p className="mt-2 text-sm text-faded">
          {hidden ? t('catalogue:price.hidden') : t('catalogue:price.none')}
        </p>
      )}
    </>
  );
}

import type { Charge } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Table } from '../../ui/table.tsx';
import { SourceLine } from './source-line.tsx';
import { useMarketWords } from './words.ts';

/** What a market takes, each with its source; what is not known says so. */
export function ChargeTable({ charges }: { charges: Charge[] }) {
  const { t } = useTranslation('markets');
  const words = useMarketWords();
  return (
    <Table
      stacks
      caption={t('charges.title')}
      columns={[t('charges.kind'), t('charges.goods'), t('charges.rate'), t('charges.source')]}
      rows={charges.map((charge, index) => ({
        key: `${charge.kind}${charge.hs}${charge.validFrom}${index}`,
        cells: [
          <span key="kind">
            {t(`charge.${charge.kind}`)}
            <span className="block text-xs text-faded">{words.area(charge.area)}</span>
          </span>,
          charge.hs === '' ? t('charges.all') : t('charges.hs', { hs: charge.hs }),
          <span key="rate" className="tabular-nums">
            {charge.rate ? (
              words.rate(charge.rate)
            ) : (
              <strong className="text-seal">{t('charges.unknown')}</strong>
            )}
            {Object.keys(charge.note).length > 0 && (
              <span className="block text-xs text-faded">{words.of(charge.note)}</span>
            )}
          </span>,
          <span key="source">
            {charge.source && <SourceLine source={charge.source} />}
            {charge.confidence && (
              <span className="block text-xs text-faded">{t(`confidence.${charge.confidence}`)}</span>
            )}
          </span>,
        ],
      }))}
    />
  );
}

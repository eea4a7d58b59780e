import type { ProductStanding } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import { useCountries } from '../../ui/countries.ts';

/** Markets written out at most; the rest is counted. */
const most = 8;

/** Markets reached, in words: how many orders each, and where it was ordered again. */
export function MarketMarks({ markets }: { markets: ProductStanding['markets'] }) {
  const { t } = useTranslation('symbols');
  const countries = useCountries();
  if (markets.length === 0) return <span className="text-faded">{t('noOrders')}</span>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {markets.slice(0, most).map(({ market, orders, repeat }) => (
        <Badge key={market} tone={repeat ? 'celadon' : 'plain'}>
          {repeat
            ? t('marketRepeat', { market: countries.name(market), count: orders })
            : t('market', { market: countries.name(market), count: orders })}
        </Badge>
      ))}
      {markets.length > most && (
        <span className="text-sm text-faded">{t('more', { count: markets.length - most })}</span>
      )}
    </span>
  );
}

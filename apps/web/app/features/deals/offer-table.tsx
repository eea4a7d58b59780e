import type { DealOffer } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';

/** An offer, whole: its goods, its sum, its terms; what is other than in the one before is marked. */
export function OfferTable({ offer, before }: { offer: DealOffer; before: DealOffer | undefined }) {
  const { t } = useTranslation(['deals', 'words']);
  const { number, money, day } = useWords();
  const { currency } = offer;
  /** A value, and the one that it took the place of where that was another. */
  const changed = (now: string, was: string | undefined) =>
    was === undefined || was === now ? (
      now
    ) : (
      <>
        <ins className="font-semibold no-underline">{now}</ins>{' '}
        <del className="text-faded">
          <span className="sr-only">{t('deals:offer.was')} </span>
          {was}
        </del>
      </>
    );
  const delivery = (one: DealOffer) =>
    one.delivery ? `${day(one.delivery.earliest)} – ${day(one.delivery.latest)}` : t('deals:offer.open');
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-heading text-4xl tabular-nums">{money(offer.total, currency)}</span>
        {before && before.total !== offer.total && (
          <del className="text-faded tabular-nums">
            <span className="sr-only">{t('deals:offer.was')} </span>
            {money(before.total, before.currency)}
          </del>
        )}
        <Badge tone={offer.state === 'accepted' ? 'celadon' : offer.state === 'open' ? 'seal' : 'plain'}>
          {t(`deals:offerState.${offer.state}`)}
        </Badge>
      </p>
      {offer.cny && currency !== 'CNY' && (
        <p className="mb-2 text-sm text-faded tabular-nums">
          {t('deals:offer.cny', {
            amount: money(offer.cny.amount, 'CNY'),
            currency,
            rate: offer.cny.rate,
            day: day(offer.cny.rateDate),
          })}
        </p>
      )}
      <Table
        caption={t('deals:offer.lines', { number: offer.number })}
        columns={[
          t('deals:offer.description'),
          t('deals:offer.hs6'),
          t('deals:offer.quantity'),
          t('deals:offer.unitPrice'),
          t('deals:offer.amount'),
        ]}
        numeric={[2, 3, 4]}
        stacks
        rows={offer.lines.map((line, place) => {
          const was = before?.lines.find(({ description }) => description === line.description);
          const unit = t(`words:quantity.${line.unit}`);
          return {
            key: String(place),
            cells: [
              line.productId ? (
                <Link key="product" to={`/products/${line.productId}`} className="link">
                  {line.description}
                </Link>
              ) : (
                line.description
              ),
              line.hs6 ?? '',
              changed(
                `${number(line.quantity)} ${unit}`,
                was && `${number(was.quantity)} ${t(`words:quantity.${was.unit}`)}`,
              ),
              changed(
                money(line.unitPrice, currency),
                was && before && money(was.unitPrice, before.currency),
              ),
              money(line.quantity * line.unitPrice, currency),
            ],
          };
        })}
      />
      <div className="mt-3">
        <Facts
          facts={[
            [
              t('deals:offer.terms'),
              changed(
                `${offer.incoterm} ${offer.place} (Incoterms® 2020)`,
                before && `${before.incoterm} ${before.place} (Incoterms® 2020)`,
              ),
            ],
            [t('deals:offer.payment'), changed(offer.payment, before?.payment)],
            [t('deals:offer.delivery'), changed(delivery(offer), before && delivery(before))],
            [t('deals:offer.expires'), day(offer.expiresOn)],
          ]}
        />
        {offer.note && <p className="measure mt-2 whitespace-pre-line">{offer.note}</p>}
      </div>
    </div>
  );
}

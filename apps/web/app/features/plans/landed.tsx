import type { LandedCost, LandedLine } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { textOf, Reasons } from './reasons.tsx';
import { SourceNote } from './source-note.tsx';

/** What the goods have cost at the end of the road, line upon line, and who bears which under the Incoterm. */
export function Landed({ landed, unit }: { landed: LandedCost; unit: string }) {
  const { t } = useTranslation(['plans', 'words']);
  const { money, number, day } = useWords();
  const { local } = landed;
  const amounts = landed.lines.map(({ amountFen }) => amountFen ?? 0);
  const sumTo = (end: number) => amounts.slice(0, end).reduce((sum, amount) => sum + amount, 0);
  const total = sumTo(amounts.length);
  const both = (fen: number | null, minor: number | null | undefined) =>
    fen !== null &&
    [
      landed.lowerBound ? t('plans:figure.atLeast', { amount: money(fen, 'CNY') }) : money(fen, 'CNY'),
      local && typeof minor === 'number' && money(minor, local.currency),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Section
      id="landed"
      title={t('plans:landed.title', { incoterm: landed.incoterm })}
      note={landed.lowerBound ? t('plans:landed.lowerBound') : t('plans:landed.exact')}
    >
      <Reasons reasons={landed.reasons} className="mb-3 text-sm" />
      <div role="region" aria-label={t('plans:landed.tableTitle')} tabIndex={0} className="overflow-x-auto">
        <table className="w-full border-y border-ink text-sm">
          <caption className="sr-only">{t('plans:landed.tableTitle')}</caption>
          <thead>
            <tr className="border-b border-ink text-faded">
              <th scope="col" className="py-1.5 pe-2 text-start font-medium">
                {t('plans:landed.line')}
              </th>
              <th scope="col" className="hidden w-2/5 px-2 text-start font-medium md:table-cell">
                <Key />
              </th>
              <th scope="col" className="px-2 text-end font-medium">
                {t('plans:landed.amount')}
              </th>
              <th scope="col" className="py-1.5 ps-2 text-start font-medium">
                {t('plans:landed.bornBy')}
              </th>
            </tr>
          </thead>
          <tbody>
            {landed.lines.map((line, index) => (
              <Line key={sumTo(index) + line.line} line={line} from={sumTo(index)} total={total} />
            ))}
          </tbody>
          <tfoot className="border-t border-ink font-medium">
            <tr>
              <th scope="row" className="py-1.5 pe-2 text-start font-medium">
                {t('plans:landed.total')}
              </th>
              <td colSpan={3} className="py-1.5 ps-2 text-start whitespace-nowrap tabular-nums md:text-end">
                {landed.totalFen === null ? t('plans:figure.unknown') : both(landed.totalFen, null)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <div className="mt-4">
        <Facts
          facts={[
            [t('plans:landed.seller', { incoterm: landed.incoterm }), both(landed.sellerPriceFen, null)],
            [
              t('plans:landed.perUnit', { unit: t(`words:quantity.${unit}`) }),
              both(landed.perUnitFen, local?.perUnit),
            ],
            [t('plans:figure.shelfPrice'), both(landed.shelfPriceFen, local?.shelfPrice)],
            [
              t('plans:landed.rate'),
              local &&
                t('plans:landed.rateOf', {
                  amount: number(Number(local.rate)),
                  currency: local.currency,
                  day: day(local.rateDate),
                }),
            ],
          ]}
        />
      </div>
    </Section>
  );
}

function Key() {
  const { t } = useTranslation('plans');
  return (
    <span className="flex gap-4">
      {(['seller', 'buyer'] as const).map((who) => (
        <span key={who} className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 16 10" aria-hidden="true" className="h-2.5 w-4">
            <Bar from={0} width={16} height={10} who={who} />
          </svg>
          {t(`bornBy.${who}`)}
        </span>
      ))}
    </span>
  );
}

/** The seller's bars are full, the buyer's are outlines: told apart without colour. */
function Bar(props: { from: number; width: number; height: number; who: LandedLine['bornBy'] }) {
  return (
    <rect
      x={props.from}
      y="0.75"
      width={Math.max(0.4, props.width)}
      height={props.height - 1.5}
      className={
        props.who === 'seller' ? 'fill-celadon stroke-celadon' : 'fill-celadon-wash stroke-celadon-ink'
      }
      strokeWidth="1.5"
      vectorEffect="non-scaling-stroke"
    />
  );
}

function Line({ line, from, total }: { line: LandedLine; from: number; total: number }) {
  const { t } = useTranslation('plans');
  const { money, percent, of } = useWords();
  const share = (fen: number) => (total > 0 ? (100 * fen) / total : 0);
  return (
    <tr className="border-b border-rule align-top last:border-0">
      <th scope="row" className="min-w-40 py-1.5 pe-2 text-start font-medium">
        {t(`line.${line.line}`)}
        <span className="block text-xs font-normal text-faded">
          {line.ratePpm !== null && line.basisFen !== null
            ? t('landed.rateOn', { percent: percent(line.ratePpm), basis: money(line.basisFen, 'CNY') })
            : textOf(line.reason)}
          {of(line.note) && ` · ${of(line.note)}`}
          {' · '}
          <SourceNote source={line.source} confidence={line.confidence} />
        </span>
      </th>
      <td className="hidden px-2 py-2 md:table-cell">
        {line.amountFen !== null && (
          <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true" className="h-3.5 w-full">
            <path d={`M${share(from)} 0V14`} className="stroke-rule" vectorEffect="non-scaling-stroke" />
            <Bar from={share(from)} width={share(line.amountFen)} height={14} who={line.bornBy} />
          </svg>
        )}
      </td>
      <td className="px-2 py-1.5 text-end whitespace-nowrap tabular-nums">
        {line.amountFen === null ? (
          <span className="text-seal">{t('figure.unknown')}</span>
        ) : (
          money(line.amountFen, 'CNY')
        )}
      </td>
      <td className="py-1.5 ps-2 whitespace-nowrap">{t(`bornBy.${line.bornBy}`)}</td>
    </tr>
  );
}

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import { useWords } from '../../ui/text.ts';
import type { ShownLeg } from './roads-view.server.ts';
import { SourceNote } from './source-note.tsx';

const hour = 3_600_000;

/** The road from place to place: when by the clocks there, how, with whom, how warm, for how much, says who. */
export function RoadLegs({ legs }: { legs: readonly ShownLeg[] }) {
  const { t } = useTranslation('plans');
  const { momentIn, money, number, temperature, list } = useWords();
  const countries = useCountries();
  const span = (from: string, to: string) => {
    const hours = (Date.parse(to) - Date.parse(from)) / hour;
    return hours >= 48
      ? t('days', { count: Math.round(hours / 2.4) / 10 })
      : t('hours', { count: Math.max(1, Math.round(hours)) });
  };
  /** What of a leg nobody has published, where something else of it is. */
  const estimated = ({ sure }: ShownLeg) => {
    const parts = Object.entries(sure).filter(([, confidence]) => confidence !== 'published');
    return parts.length === 3 ? [] : parts.map(([part]) => t(`leg.sure.${part}`));
  };
  const place = ({ name, country }: ShownLeg['from']) => (
    <>
      <span className="font-name text-lg font-semibold">{name}</span>{' '}
      <span className="text-sm text-faded">{country && countries.name(country)}</span>
    </>
  );
  return (
    <ol className="border-s-2 border-seal">
      {legs.map((leg, index) => {
        const before = legs[index - 1];
        return (
          <Fragment key={leg.service + leg.departsAt}>
            <li className="relative ps-7">
              <Dot number={index + 1} last={false} />
              {place(leg.from)}
              <p className="text-sm text-faded tabular-nums">
                {[
                  before && t('leg.arrives', { time: momentIn(before.arrivesAt, leg.from.timeZone) }),
                  before && t('leg.waits', { span: span(before.arrivesAt, leg.departsAt) }),
                  t('leg.departs', { time: momentIn(leg.departsAt, leg.from.timeZone) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
            <li className="my-2 ms-7 border-s-4 border-rule ps-3 text-sm">
              <p>
                {[
                  t(`mode.${leg.mode}`),
                  span(leg.departsAt, leg.arrivesAt),
                  leg.operator,
                  leg.tenthsC !== null && temperature(leg.tenthsC),
                  money(leg.costFen, 'CNY'),
                  t('co2e', { kilograms: number(Math.round(leg.co2eGrams / 1000)) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p>
                <SourceNote source={leg.source} confidence={leg.confidence} />
                {estimated(leg).length > 0 && (
                  <span className="text-xs text-faded">
                    {' '}
                    · {t('leg.estimated', { what: list(estimated(leg)) })}
                  </span>
                )}
              </p>
            </li>
            {index === legs.length - 1 && (
              <li className="relative ps-7">
                <Dot number={index + 2} last />
                {place(leg.to)}
                <p className="text-sm text-faded tabular-nums">
                  {t('leg.arrives', { time: momentIn(leg.arrivesAt, leg.to.timeZone) })}
                </p>
              </li>
            )}
          </Fragment>
        );
      })}
    </ol>
  );
}

/** The number the place has on the map. */
function Dot({ number, last }: { number: number; last: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute -start-[13px] top-0.5 flex size-6 items-center justify-center rounded-full border-2 border-seal text-xs font-semibold ${last ? 'bg-seal text-on-seal' : 'bg-sheet'}`}
    >
      {number}
    </span>
  );
}

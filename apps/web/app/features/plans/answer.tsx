import type { PlanResult } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';
import { Reasons } from './reasons.tsx';
import type { RoadsView } from './roads-view.server.ts';
import { VerdictMark } from './verdict-mark.tsx';

/** The plan's answer: may it go, why, by which road, when, how fresh, for how much. */
export function Answer(props: { result: Omit<PlanResult, 'roads'>; roads: RoadsView }) {
  const { t } = useTranslation('plans');
  const { verdict, reasons } = props.result;
  const grave = verdict === 'refused' || verdict === 'noRoad';
  return (
    <section
      aria-labelledby="answer"
      className="grid gap-x-10 gap-y-6 border-y-2 border-ink py-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-4">
        <VerdictMark verdict={verdict} className="row-span-2 mt-1 size-12" />
        <h2 id="answer" className={`text-3xl ${grave ? 'text-seal' : ''}`}>
          {t(`verdict.${verdict}Title`)}
        </h2>
        <Reasons reasons={reasons} className="mt-2" />
      </div>
      <Figures {...props} />
    </section>
  );
}

function Figures({ result, roads }: { result: Omit<PlanResult, 'roads'>; roads: RoadsView }) {
  const { t } = useTranslation('plans');
  const { number, dayIn, momentIn, money } = useWords();
  const { shown, legs } = roads;
  const { landed } = result;
  const last = legs.at(-1)?.to;
  const local = (minor: number | null | undefined) =>
    landed?.local && typeof minor === 'number' ? money(minor, landed.local.currency) : null;
  const atLeast = (text: string) => (landed?.lowerBound ? t('figure.atLeast', { amount: text }) : text);
  return (
    <dl className="grid content-start gap-x-4 gap-y-4 grid-cols-2 sm:gap-x-6">
      <Figure
        name={t('figure.road')}
        value={
          shown && (
            <>
              {shown.modes.map((mode) => t(`mode.${mode}`)).join(' + ')}
              <Small>
                {[
                  t('days', { count: shown.daysTenths / 10 }),
                  t('transfers', { count: shown.transfers }),
                ].join(' · ')}
              </Small>
            </>
          )
        }
        none={t('figure.noRoad')}
      />
      <Figure
        name={t('figure.arrives')}
        value={
          shown &&
          last && (
            <>
              <time dateTime={shown.arrivesAt}>{dayIn(shown.arrivesAt, last.timeZone)}</time>
              <Small>
                {last.name} · {momentIn(shown.arrivesAt, last.timeZone)}
              </Small>
            </>
          )
        }
        none="—"
      />
      <Figure
        name={t('figure.lifeLeft')}
        value={
          shown &&
          (shown.daysShort > 0 ? (
            <span className="text-seal">{t('daysShort', { count: shown.daysShort })}</span>
          ) : shown.lifeLeftDays === null ? (
            t('figure.ageless')
          ) : (
            t('days', { count: shown.lifeLeftDays })
          ))
        }
        none="—"
      />
      {landed && (
        <>
          <Figure
            name={t('figure.perUnit')}
            value={
              landed.perUnitFen !== null && (
                <>
                  {atLeast(money(landed.perUnitFen, 'CNY'))}
                  {local(landed.local?.perUnit) && <Small>{atLeast(local(landed.local?.perUnit)!)}</Small>}
                </>
              )
            }
            none={t('figure.unknown')}
          />
          <Figure
            name={t('figure.shelfPrice')}
            value={
              landed.shelfPriceFen !== null && (
                <>
                  {atLeast(money(landed.shelfPriceFen, 'CNY'))}
                  {local(landed.local?.shelfPrice) && (
                    <Small>{atLeast(local(landed.local?.shelfPrice)!)}</Small>
                  )}
                </>
              )
            }
            none={t('figure.unknown')}
          />
        </>
      )}
      {shown && (
        <Figure
          name={t('figure.co2e')}
          value={t('co2e', { kilograms: number(Math.round(shown.co2eGrams / 1000)) })}
          none="—"
        />
      )}
    </dl>
  );
}

function Figure({ name, value, none }: { name: string; value: React.ReactNode; none: string }) {
  return (
    <div className="min-w-0 border-s border-rule ps-3 sm:ps-4">
      <dt className="text-sm text-faded">{name}</dt>
      <dd className="font-name text-lg leading-snug sm:text-xl tabular-nums">
        {value || <span className="text-faded">{none}</span>}
      </dd>
    </div>
  );
}

const Small = ({ children }: { children: React.ReactNode }) => (
  <span className="block font-sans text-sm text-faded">{children}</span>
);

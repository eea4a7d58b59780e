import type { Gathering, Interpreting, Understanding } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

/** Two languages that are interpreted, as they are called. */
export function usePair() {
  const { t } = useTranslation('gatherings');
  const { tongue } = useWords();
  return ([one, other]: readonly [string, string]) =>
    t('interpreting.pair', { one: tongue(one), other: tongue(other) });
}

const tone = { shared: 'plain', booked: 'celadon', short: 'seal', unknown: 'plain' } as const;

/** Whether two who meet understand each other. */
export function UnderstandingBadge({ understanding }: { understanding: Understanding | null }) {
  const { t } = useTranslation('gatherings');
  const { tongue } = useWords();
  const pair = usePair();
  if (!understanding) return null;
  const { state, language, between } = understanding;
  return (
    <Badge tone={tone[state]}>
      {t(`interpreting.state.${state}`, {
        language: language ? tongue(language) : '',
        pair: between ? pair(between) : '',
      })}
    </Badge>
  );
}

/** Which meetings need an interpreter, and whether there are enough at once: advice for who keeps the gathering. */
export function InterpretingSection({
  gathering,
  interpreting,
}: {
  gathering: Gathering;
  interpreting: Interpreting;
}) {
  const { t } = useTranslation('gatherings');
  const { clockIn, number, of } = useWords();
  const pair = usePair();
  const { meetings, slots, nextSlot } = interpreting;
  if (interpreting.of === null) return null;
  const count = (state: Understanding['state']) => number(interpreting.counts[state]);
  const short = interpreting.counts.short > 0;
  const timeOf = (slotNumber: number) => {
    const slot = gathering.slots.find((one) => one.number === slotNumber);
    return (
      slot &&
      t('schedule.slot', {
        from: clockIn(slot.startsAt, gathering.zone),
        until: clockIn(slot.endsAt, gathering.zone),
      })
    );
  };
  const head = (label: string) => (
    <th scope="col" className="px-2 py-1.5 text-start font-medium">
      {label}
    </th>
  );
  return (
    <Section
      title={t('interpreting.title')}
      note={t(`interpreting.note.${interpreting.of}`)}
      id="interpreting"
    >
      <p className="measure tabular-nums">
        {t('interpreting.counts', {
          shared: count('shared'),
          booked: count('booked'),
          short: count('short'),
          unknown: count('unknown'),
        })}
      </p>
      {slots.length > 0 && (
        <>
          <p role="status" className={`mt-1 ${short ? 'text-seal' : 'text-faded'}`}>
            {short ? t('interpreting.tooFew') : t('interpreting.enough')}
          </p>
          <div
            role="region"
            aria-label={t('interpreting.atOnce')}
            tabIndex={0}
            className="mt-3 overflow-x-auto"
          >
            <table className="border-y border-ink text-sm tabular-nums">
              <caption className="pb-1 text-start text-faded">{t('interpreting.atOnce')}</caption>
              <thead>
                <tr className="border-b border-ink text-faded">
                  {head(t('interpreting.time'))}
                  {head(t('interpreting.languages'))}
                  {head(t('interpreting.needed'))}
                  {head(t('interpreting.has'))}
                  {head(t('interpreting.missing'))}
                </tr>
              </thead>
              <tbody>
                {slots.map(({ slot, between, needed, has }) => (
                  <tr
                    key={`${slot} ${between.join(' ')}`}
                    className="border-b border-rule last:border-0"
                    data-short={needed > has || undefined}
                  >
                    <th scope="row" className="px-2 py-1.5 text-start font-medium whitespace-nowrap">
                      {timeOf(slot)}
                    </th>
                    <td className="px-2 py-1.5">{pair(between)}</td>
                    <td className="px-2 py-1.5">{number(needed)}</td>
                    <td className="px-2 py-1.5">{number(has)}</td>
                    <td className="px-2 py-1.5 text-seal">{needed > has && number(needed - has)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <details className="mt-4">
        <summary className="link">{t('interpreting.each')}</summary>
        <ul className="mt-2">
          {meetings.map((one) => (
            <li
              key={`${one.slot} ${one.table}`}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-2 border-b border-rule py-1.5 text-sm"
            >
              <span className="tabular-nums">{timeOf(one.slot)}</span>
              <span className="tabular-nums">{t('agenda.table', { table: number(one.table) })}</span>
              <span className="font-name">{of(one.a.names)}</span>
              <span className="font-name">{of(one.b.names)}</span>
              <UnderstandingBadge understanding={one} />
            </li>
          ))}
        </ul>
        {nextSlot !== null && (
          <p className="py-2 text-end text-sm">
            <Link to={`?slot=${nextSlot}#interpreting`} rel="next" className="link">
              {t('schedule.later', {
                from: clockIn(gathering.slots[nextSlot - 1]!.startsAt, gathering.zone),
              })}
            </Link>
          </p>
        )}
      </details>
    </Section>
  );
}

import type { Gathering, MeetingBooking, MeetingSchedule } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { ListForm } from '../../ui/list-form.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

/** Tables that stand side by side; more are read as a list. */
const mostAcross = 12;

/** Meetings of the schedule as it would be: some slots of all, or those of one whose name is typed in. */
export function Review({
  gathering,
  schedule,
  open,
}: {
  gathering: Gathering;
  schedule: MeetingSchedule;
  open: boolean;
}) {
  const { t } = useTranslation('gatherings');
  const { clockIn, number } = useWords();
  const [search] = useSearchParams();
  const { bookings, booked, nextSlot } = schedule;
  const q = search.get('q') ?? '';
  const whole = bookings.length === booked;
  const from = (slot: number) => clockIn(gathering.slots[slot - 1]!.startsAt, gathering.zone);
  const later = new URLSearchParams({ ...(q !== '' && { q }), slot: String(nextSlot) });
  const tables = new Set(bookings.map(({ table }) => table));
  return (
    <Section title={t('schedule.review')} id="review">
      {(!whole || search.has('slot') || q !== '') && (
        <ListForm label={t('schedule.review')}>
          <div className="mb-4 flex flex-wrap items-end gap-3">
            <SearchField name="q" label={t('schedule.find')} defaultValue={q} />
            <SelectField
              key={search.get('slot')}
              name="slot"
              label={t('schedule.shownFrom')}
              defaultValue={search.get('slot') ?? '1'}
              options={gathering.slots.map((slot) => ({
                value: String(slot.number),
                label: from(slot.number),
              }))}
            />
            <noscript>
              <button className="min-h-9 border border-field px-3">{t('schedule.show')}</button>
            </noscript>
            <p role="status" className="py-1.5 text-sm text-faded tabular-nums">
              {t('schedule.shown', { shown: number(bookings.length), all: number(booked) })}
            </p>
          </div>
        </ListForm>
      )}
      {bookings.length === 0 ? (
        <EmptyState title={t('schedule.noneShown')} />
      ) : tables.size <= mostAcross ? (
        <Grid gathering={gathering} bookings={bookings} open={open} whole={whole} />
      ) : (
        <BySlot gathering={gathering} bookings={bookings} open={open} />
      )}
      {nextSlot !== null && (
        <p className="mt-4 text-end text-sm">
          <Link to={`?${later}#review`} rel="next" className="link">
            {t('schedule.later', { from: from(nextSlot) })}
          </Link>
        </p>
      )}
    </Section>
  );
}

/** What publishing would change of a meeting, and the way to place it by hand. */
function Standing({ one, open }: { one: MeetingBooking; open: boolean }) {
  const { t } = useTranslation('gatherings');
  const { of } = useWords();
  const [search] = useSearchParams();
  const to = new URLSearchParams(search);
  to.delete('swap');
  to.set('a', one.a.id);
  to.set('b', one.b.id);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {one.change !== 'same' && <Badge>{t(`schedule.change.${one.change}`)}</Badge>}
      {one.fixed && <Badge tone="celadon">{t('schedule.fixed')}</Badge>}
      {open && one.change !== 'off' && (
        <Link
          to={`?${to}#place`}
          className="link py-1 print:hidden"
          aria-label={t('place.open', { a: of(one.a.names), b: of(one.b.names) })}
        >
          {t('place.link')}
        </Link>
      )}
    </span>
  );
}

function useSlotTime(gathering: Gathering) {
  const { t } = useTranslation('gatherings');
  const { clockIn } = useWords();
  return ({ startsAt, endsAt }: Gathering['slots'][number]) =>
    t('schedule.slot', {
      from: clockIn(startsAt, gathering.zone),
      until: clockIn(endsAt, gathering.zone),
    });
}

interface Shown {
  gathering: Gathering;
  bookings: MeetingBooking[];
  open: boolean;
}

/** One slot after the other, its tables down; of few meetings each says its own time. */
function BySlot({ gathering, bookings, open }: Shown) {
  const timeOf = useSlotTime(gathering);
  const bySlot = Map.groupBy(bookings, ({ slot }) => slot);
  const time = (slot: number) => timeOf(gathering.slots[slot - 1]!);
  if (bookings.length < 3 * bySlot.size) return <Lines bookings={bookings} open={open} time={time} />;
  return [...bySlot].map(([slot, all]) => (
    <section key={slot} aria-labelledby={`slot-${slot}`} className="mb-6">
      <h3 id={`slot-${slot}`} className="border-b border-ink py-1.5 font-medium tabular-nums">
        {time(slot)}
      </h3>
      <Lines bookings={all} open={open} />
    </section>
  ));
}

function Lines({
  bookings,
  open,
  time,
}: Omit<Shown, 'gathering'> & {
  /** Said of each meeting where no heading says it. */
  time?: (slot: number) => string;
}) {
  const { t } = useTranslation('gatherings');
  const { of, number } = useWords();
  return (
    <ul className={`text-sm ${time ? 'border-t border-ink' : ''}`}>
      {bookings.map((one) => (
        <li
          key={`${one.slot} ${one.table}`}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-x-4 border-b border-rule py-1.5 sm:grid-cols-[6.5rem_minmax(0,1fr)_minmax(0,1fr)_9rem]"
        >
          <span className="row-span-3 text-faded tabular-nums sm:row-span-1">
            {time && <span className="block text-ink">{time(one.slot)}</span>}
            {t('agenda.table', { table: number(one.table) })}
          </span>
          <span className="font-name">{of(one.a.names)}</span>
          <span className="col-start-2 font-name sm:col-start-3">{of(one.b.names)}</span>
          <span className="col-start-2 sm:col-start-4">
            <Standing one={one} open={open} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Slots down, tables across; what publishing would change is marked. */
function Grid({ gathering, bookings, open, whole }: Shown & { whole: boolean }) {
  const { t } = useTranslation('gatherings');
  const { of, number } = useWords();
  const timeOf = useSlotTime(gathering);
  const met = new Set(bookings.map(({ slot }) => slot));
  const slots = gathering.slots.filter((slot) => whole || met.has(slot.number));
  const tables = [...new Set(bookings.map(({ table }) => table))].toSorted((one, other) => one - other);
  const at = new Map(bookings.map((one) => [`${one.slot} ${one.table}`, one]));
  return (
    <div role="region" aria-label={t('schedule.review')} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-y border-ink text-sm">
        <thead>
          <tr className="border-b border-ink text-faded">
            <th scope="col" className="px-2 py-1.5 text-start font-medium">
              {t('schedule.time')}
            </th>
            {tables.map((table) => (
              <th key={table} scope="col" className="min-w-40 px-2 py-1.5 text-start font-medium">
                {t('agenda.table', { table: number(table) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map((slot, index) => (
            <tr
              key={slot.number}
              className={`border-b border-rule last:border-0 ${slots[index - 1]?.session === 'morning' && slot.session === 'afternoon' ? 'border-t-2 border-t-ink' : ''}`}
            >
              <th scope="row" className="px-2 py-1.5 text-start font-medium whitespace-nowrap tabular-nums">
                {timeOf(slot)}
              </th>
              {tables.map((table) => {
                const one = at.get(`${slot.number} ${table}`);
                return (
                  <td key={table} className="px-2 py-1.5 align-top">
                    {one && (
                      <>
                        <span className="block font-name">{of(one.a.names)}</span>
                        <span className="block font-name">{of(one.b.names)}</span>
                        <Standing one={one} open={open} />
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

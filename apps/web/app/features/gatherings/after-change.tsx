import {
  mostChanges,
  type Gathering,
  type MeetingBooking,
  type MeetingSchedule,
  type UnsettledMeeting,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { HeedField } from './heed-interpreters.tsx';

/** What has changed since the schedule was sought, and the way to a new one that moves as few meetings as can be. */
export function AfterChange({ gathering, schedule }: { gathering: Gathering; schedule: MeetingSchedule }) {
  const { t } = useTranslation('gatherings');
  const { number } = useWords();
  const { unsettled, unsettledCount, standing, missing } = schedule;
  if (standing === 0 && unsettledCount === 0) return null;
  const more = unsettledCount - unsettled.length;
  return (
    <Section title={t('again.title')} note={t('again.note')}>
      {unsettledCount === 0 ? (
        schedule.breaks !== null && <p className="text-faded">{t('again.none')}</p>
      ) : (
        <ul className="border-t border-ink">
          {unsettled.map((one) => (
            <li key={`${one.a.id} ${one.b.id}`} className="border-b border-rule py-1.5">
              <News gathering={gathering} one={one} />
            </li>
          ))}
          {more > 0 && <li className="py-1.5 text-faded">{t('again.more', { number: number(more) })}</li>}
        </ul>
      )}
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
        {missing > 0 && (
          <Link to={`/gatherings/${gathering.id}/attendance?show=missing`} className="link text-seal">
            {t('attendance.missing', { number: number(missing) })}
          </Link>
        )}
        <Link to={`/gatherings/${gathering.id}/attendance`} className="link">
          {t('attendance.title')}
        </Link>
      </p>
      {standing > 0 && (
        <Form method="post" className="mt-4 flex flex-wrap items-end gap-3">
          <TextField name="seconds" label={t('schedule.forSeconds')} inputMode="numeric" defaultValue="20" />
          <HeedField gathering={gathering} schedule={schedule} />
          <Button
            name="act"
            value="again"
            look={unsettledCount > 0 ? 'main' : 'plain'}
            disabled={schedule.state === 'solving'}
          >
            {t('again.solve')}
          </Button>
        </Form>
      )}
    </Section>
  );
}

function News({ gathering, one }: { gathering: Gathering; one: UnsettledMeeting }) {
  const { t } = useTranslation('gatherings');
  const { of, clockIn } = useWords();
  const slot = one.slot === null ? undefined : gathering.slots[one.slot - 1];
  return t(`again.why.${one.why}`, {
    a: of(one.a.names),
    b: of(one.b.names),
    from: slot ? clockIn(slot.startsAt, gathering.zone) : '',
  });
}

/** Which meetings publishing would move, be it to another table, cancel or add beside those that stand. */
export function Changes({ gathering, schedule }: { gathering: Gathering; schedule: MeetingSchedule }) {
  const { t } = useTranslation('gatherings');
  const { of, clockIn, number } = useWords();
  type Place = Pick<MeetingBooking, 'slot' | 'table'>;
  const at = ({ slot, table }: Place) =>
    t('schedule.place', {
      from: clockIn(gathering.slots[slot - 1]!.startsAt, gathering.zone),
      table: number(table),
    });
  const row = ({ a, b }: Pick<MeetingBooking, 'a' | 'b'>, from: string, to: string) => ({
    key: `${a.id} ${b.id}`,
    cells: [t('schedule.pair', { a: of(a.names), b: of(b.names) }), from, to],
  });
  const { changed, dropped, changes, cancelled } = schedule;
  const rows = [
    ...changed.flatMap((one) => (one.from ? [row(one, at(one.from), at(one))] : [])),
    ...dropped.map((one) => row(one, at(one), t('state.cancelled'))),
    ...changed.flatMap((one) => (one.from ? [] : [row(one, t('schedule.change.new'), at(one))])),
  ].slice(0, mostChanges);
  const more = changes + cancelled - rows.length;
  if (schedule.standing === 0 || rows.length === 0) return null;
  return (
    <Section title={t('schedule.changes')} note={t('schedule.changesNote')}>
      <Table
        caption={t('schedule.changes')}
        columns={[t('schedule.meeting'), t('schedule.from'), t('schedule.to')]}
        rows={rows}
        stacks
      />
      {more > 0 && <p className="py-1.5 text-faded">{t('again.more', { number: number(more) })}</p>}
    </Section>
  );
}

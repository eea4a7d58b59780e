import type { Attendance, Gathering, listAttendance, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useSearchParams } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CheckField } from '../../ui/fields.tsx';
import { ListTabs } from '../../ui/list-tabs.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { GatheringHead } from './gathering-head.tsx';
import { attendanceKinds } from '@jiechuan/contract/words';

/** Who has come to a gathering that one keeps, who should have by now, who can't when; from here to seeking again. */
export function AttendancePage(props: {
  gathering: Gathering;
  found: ResponseOf<typeof listAttendance>;
  /** Whether it has begun by now. */
  begun: boolean;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('gatherings');
  const { number } = useWords();
  const [search] = useSearchParams();
  const { gathering, found } = props;
  return (
    <article>
      <GatheringHead gathering={gathering} title={t('attendance.title')} />
      <ProblemNote problem={props.problem} />
      <p className="measure mb-3 text-faded">{t('attendance.about')}</p>
      <p role="status" className={found.missing > 0 ? 'font-medium text-seal' : ''}>
        {found.missing > 0
          ? t('attendance.missing', { number: number(found.missing) })
          : t(props.begun ? 'attendance.noneMissing' : 'attendance.notBegun')}
      </p>
      <p className="my-3">
        <ButtonLink look="main" to={`/gatherings/${gathering.id}/schedule`}>
          {t('attendance.toSchedule')}
        </ButtonLink>
      </p>
      <ListTabs
        label={t('attendance.shown')}
        name="show"
        shown={search.get('show')}
        tabs={[null, ...attendanceKinds].map((value) => ({
          value,
          label: t(value === null ? 'list.all' : `attendance.show.${value}`),
        }))}
      />
      {found.items.length === 0 ? (
        <EmptyState title={t('attendance.none')} />
      ) : (
        <ul className="border-t border-ink">
          {found.items.map((one) => (
            <li key={one.organisation.id} className="border-b border-rule py-2">
              <Line gathering={gathering} one={one} />
            </li>
          ))}
        </ul>
      )}
      <Pagination nextCursor={found.nextCursor} />
    </article>
  );
}

function Line({ gathering, one }: { gathering: Gathering; one: Attendance }) {
  const { t } = useTranslation('gatherings');
  const { of, clockIn, list } = useWords();
  const clock = (at: string) => clockIn(at, gathering.zone);
  const open = gathering.state === 'announced';
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-2">
          <Link to={`/members/${one.organisation.id}`} className="link font-name">
            {of(one.organisation.names)}
          </Link>
          {one.absent && <Badge tone="seal">{t('attendance.absent')}</Badge>}
          {one.missing && <Badge tone="seal">{t('attendance.isMissing')}</Badge>}
          {one.cameAt && <Badge tone="celadon">{t('attendance.came', { at: clock(one.cameAt) })}</Badge>}
          {one.firstAt && (
            <span className="text-sm text-faded tabular-nums">
              {t('attendance.first', { at: clock(one.firstAt) })}
            </span>
          )}
        </p>
        {open && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="organisation" value={one.organisation.id} />
            {one.slots.map((slot) => (
              <input key={slot} type="hidden" name="slots[]" value={slot} />
            ))}
            {one.absent ? (
              <Button name="act" value="present">
                {t('attendance.present')}
              </Button>
            ) : (
              <Button name="act" value="absent" look={one.missing ? 'grave' : 'plain'}>
                {t('attendance.treatAsAbsent')}
              </Button>
            )}
          </Form>
        )}
      </div>
      {one.slots.length > 0 && (
        <p className="mt-1 text-sm text-faded">
          {t('attendance.away', {
            when: list(
              one.slots.flatMap((slot) => {
                const its = gathering.slots[slot - 1];
                return its ? [clock(its.startsAt)] : [];
              }),
            ),
          })}
        </p>
      )}
      {open && !one.absent && (
        <details className="mt-1">
          <summary className="link w-fit py-1 text-sm">{t('attendance.late')}</summary>
          <Form method="post" preventScrollReset className="mt-2">
            <input type="hidden" name="organisation" value={one.organisation.id} />
            <div className="grid gap-2 sm:grid-cols-3 lg:grid-cols-5">
              {gathering.slots.map((slot) => (
                <CheckField
                  key={`${slot.number} ${one.slots.includes(slot.number)}`}
                  name="slots[]"
                  value={slot.number}
                  defaultChecked={one.slots.includes(slot.number)}
                  label={t('schedule.slot', { from: clock(slot.startsAt), until: clock(slot.endsAt) })}
                />
              ))}
            </div>
            <p className="mt-3">
              <Button name="act" value="slots">
                {t('form.save')}
              </Button>
            </p>
          </Form>
        </details>
      )}
    </>
  );
}

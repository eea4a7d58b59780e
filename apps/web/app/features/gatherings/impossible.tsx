import type { Gathering, MeetingClash, MeetingSchedule, OmittedMeeting } from '@jiechuan/contract';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';

type Two = MeetingClash['meetings'][number];
const keyOf = ({ a, b }: Two) => `${a.id} ${b.id}`;

/** Two who meet, each a way to whom it is. */
function Pair({ a, b }: Two) {
  const { of } = useWords();
  return (
    <span className="font-name">
      <Link to={`/members/${a.id}`} className="link">
        {of(a.names)}
      </Link>
      {' – '}
      <Link to={`/members/${b.id}`} className="link">
        {of(b.names)}
      </Link>
    </span>
  );
}

function Pairs({ pairs }: { pairs: readonly Two[] }) {
  return (
    <ul>
      {pairs.map((one) => (
        <li key={keyOf(one)} className="py-0.5">
          <Pair {...one} />
        </li>
      ))}
    </ul>
  );
}

/** A button that names meetings. */
function Act({
  act,
  meetings,
  schedule,
  look = 'plain',
  label,
  children,
}: {
  act: 'solve' | 'again' | 'releaseSome' | 'takeBackIn';
  meetings: readonly Two[];
  schedule: MeetingSchedule;
  look?: 'main' | 'plain';
  /** What it does, where its words alone don’t tell it from others. */
  label?: string;
  children: React.ReactNode;
}) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="version" value={schedule.version} />
      <input type="hidden" name="seconds" value="20" />
      <input type="hidden" name="heedInterpreters" value={String(schedule.heedsInterpreters)} />
      {meetings.map((one) => (
        <input key={keyOf(one)} type="hidden" name="meeting[]" value={keyOf(one)} />
      ))}
      <Button name="act" value={act} look={look} aria-label={label} disabled={schedule.state === 'solving'}>
        {children}
      </Button>
    </Form>
  );
}

/** Meetings that are fixed so that no search can begin, and the button that releases these alone. */
export function Clashes({ gathering, schedule }: { gathering: Gathering; schedule: MeetingSchedule }) {
  const { t } = useTranslation('gatherings');
  const { of, clockIn, number } = useWords();
  const { clashes } = schedule;
  if (clashes.length === 0) return null;
  const all = new Map(clashes.flatMap(({ meetings }) => meetings).map((one) => [keyOf(one), one]));
  const meetings = [...all.values()].slice(0, 100);
  return (
    <Section title={t('clash.title')} note={t('clash.note')}>
      <ul className="border-t border-ink">
        {clashes.map(({ why, who, slot, meetings: those }) => (
          <li
            key={`${why} ${who?.id} ${slot} ${those.map(keyOf).join()}`}
            className="border-b border-rule py-2"
          >
            <p>
              {t(`clash.why.${why}`, {
                who: who ? of(who.names) : '',
                number: number(those.length),
                from: clockIn(gathering.slots[slot - 1]!.startsAt, gathering.zone),
              })}
            </p>
            <Pairs pairs={those} />
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <Act act="releaseSome" meetings={meetings} schedule={schedule} look="main">
          {t('clash.release', { number: number(meetings.length) })}
        </Act>
      </div>
    </Section>
  );
}

/** What would make an impossible schedule possible, each way with the button that goes it. */
export function WaysOut({ schedule }: { schedule: MeetingSchedule }) {
  const { t } = useTranslation('gatherings');
  const { number } = useWords();
  const { remedy, state, standing, outcome } = schedule;
  if (!remedy || state !== 'solved') return null;
  const { ways, status, complete, atLeast } = remedy;
  // Neither a way nor a reason was found in time.
  if (ways.length === 0 && atLeast === 0) return null;
  const isProved = outcome === 'infeasible';
  const seconds = number(Math.ceil(remedy.seconds));
  const isSingle = ways.every(({ leaveOut, release }) => leaveOut.length + release.length === 1);
  const isReleased = ways.every(({ leaveOut }) => leaveOut.length === 0);
  const lead = () => {
    if (ways.length === 0) return t('remedy.none', { number: number(atLeast), seconds });
    if (status === 'found') return t('remedy.found', { seconds });
    if (isReleased) return t('remedy.released');
    return isSingle ? t('remedy.single') : t('remedy.several', { number: number(atLeast) });
  };
  const way = ({ leaveOut, release }: (typeof ways)[number]) => [
    ...(leaveOut.length > 0
      ? [
          {
            act: standing > 0 ? ('again' as const) : ('solve' as const),
            pairs: leaveOut,
            meetings: leaveOut,
            says: t('remedy.leaveOut'),
            does: leaveOut.length === 1 ? t('remedy.without') : t('remedy.withoutThese'),
          },
        ]
      : []),
    ...(release.length > 0
      ? [
          {
            act: 'releaseSome' as const,
            pairs: release,
            meetings: release,
            says: t('remedy.release'),
            does: release.length === 1 ? t('remedy.free') : t('remedy.freeThese'),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={isProved ? t('remedy.title') : t('remedy.open')}
      note={isProved ? t('remedy.note') : undefined}
    >
      <p className="measure">{lead()}</p>
      {ways.length > 0 && (
        <ul className="mt-3 border-t border-ink">
          {ways.map((one) => (
            <li
              key={[...one.leaveOut, ...one.release].map(keyOf).join()}
              className="grid gap-x-5 gap-y-2 border-b border-rule py-2 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              {way(one).map(({ act, pairs, meetings, says, does }) => (
                <Fragment key={act}>
                  <div className="min-w-0">
                    {!isSingle && <p className="text-sm text-faded">{says}</p>}
                    <Pairs pairs={pairs} />
                  </div>
                  <div>
                    <Act act={act} meetings={meetings} schedule={schedule}>
                      {does}
                    </Act>
                  </div>
                </Fragment>
              ))}
            </li>
          ))}
        </ul>
      )}
      {ways.length > 0 && status === 'proved' && !complete && (
        <p className="mt-2 text-faded">{t('remedy.more')}</p>
      )}
    </Section>
  );
}

/** Whom the host left out, each with the button that takes them back in. */
export function Without({ schedule, open }: { schedule: MeetingSchedule; open: boolean }) {
  const { t } = useTranslation('gatherings');
  const { of, number } = useWords();
  const { without, withoutCount } = schedule;
  if (without.length === 0) return null;
  const more = withoutCount - without.length;
  return (
    <Section title={t('without.title')} note={t('without.note')}>
      <ul className="border-t border-ink">
        {without.map((one) => (
          <li
            key={keyOf(one)}
            className="grid items-center gap-x-5 gap-y-2 border-b border-rule py-2 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <Pair {...one} />
            {open && (
              <Act
                act="takeBackIn"
                meetings={[one]}
                schedule={schedule}
                label={t('without.takePairBack', { a: of(one.a.names), b: of(one.b.names) })}
              >
                {t('without.takeBack')}
              </Act>
            )}
          </li>
        ))}
        {more > 0 && <li className="py-1.5 text-faded">{t('again.more', { number: number(more) })}</li>}
      </ul>
      {open && without.length > 1 && (
        <div className="mt-3">
          <Act act="takeBackIn" meetings={without} schedule={schedule}>
            {t('without.takeTheseBack', { number: number(without.length) })}
          </Act>
        </div>
      )}
    </Section>
  );
}

/** Two who want to meet and for whom the search found no room, each with why; whom the host leaves out is told apart. */
export function LeftOut({ schedule }: { schedule: MeetingSchedule }) {
  const { t } = useTranslation('gatherings');
  const { of, number } = useWords();
  const { leftOut, omitted } = schedule;
  const more = leftOut - omitted.length;
  if (omitted.length === 0 && more === 0) return null;
  const why = ({ why: reason, full }: OmittedMeeting) => {
    if (reason === 'full' && full)
      return t('omitted.why.full', {
        who: of(full.who.names),
        wanted: number(full.wanted),
        slots: number(full.slots),
      });
    return reason === null || reason === 'full' ? null : t(`omitted.why.${reason}`);
  };
  return (
    <Section title={t('omitted.title')} note={t('omitted.note')}>
      <ul className="border-t border-ink">
        {omitted.map((one) => (
          <li key={keyOf(one)} className="border-b border-rule py-1.5">
            <Pair {...one} />
            {one.why && <p className="text-sm text-faded">{why(one)}</p>}
          </li>
        ))}
        {more > 0 && <li className="py-1.5 text-faded">{t('again.more', { number: number(more) })}</li>}
      </ul>
    </Section>
  );
}

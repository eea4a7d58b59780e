import type {
  Gathering,
  MeetingPlaces,
  MeetingSchedule,
  MeetingSwaps,
  ProblemDocument,
} from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useRevalidator } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { AfterChange, Changes } from './after-change.tsx';
import { GatheringHead } from './gathering-head.tsx';
import { HeedField, WithoutInterpreters } from './heed-interpreters.tsx';
import { Clashes, LeftOut, WaysOut, Without } from './impossible.tsx';
import { Placing } from './placing.tsx';
import { Review } from './schedule-review.tsx';

/** The meeting schedule of a gathering that one keeps: sought, reviewed some slots at a time, changed by hand, published. */
export function SchedulePage(props: {
  gathering: Gathering;
  schedule: MeetingSchedule;
  /** Of the meeting that is being placed by hand. */
  places: MeetingPlaces | null;
  /** The meetings that it could change places with, of the slot that was asked for. */
  swaps: MeetingSwaps | null;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('gatherings');
  const { number, moment } = useWords();
  const { gathering, schedule, places, swaps } = props;
  const { revalidate } = useRevalidator();
  const solving = schedule.state === 'solving';
  useEffect(() => {
    if (!solving) return undefined;
    const timer = setInterval(() => void revalidate(), 1000);
    return () => clearInterval(timer);
  }, [solving, revalidate]);
  const open = gathering.state === 'announced';
  const { stability } = schedule;
  // What has begun stays; from then on it is sought again only.
  const begun = schedule.standing > 0 && schedule.now > 0;
  const price = ({ atLeast, atMost }: { atLeast: number; atMost: number }) =>
    atLeast === atMost
      ? t('schedule.priceIs', { breaks: number(atMost) })
      : t('schedule.priceBetween', { least: number(atLeast), most: number(atMost) });
  return (
    <article>
      <GatheringHead gathering={gathering} title={t('schedule.title')} />
      <ProblemNote problem={props.problem} />
      {open && <AfterChange gathering={gathering} schedule={schedule} />}
      <Section title={t('schedule.seek')} note={t('schedule.seekNote')}>
        <Facts
          facts={[
            [t('schedule.pairs'), number(schedule.pairs)],
            [t('schedule.leftOut'), schedule.leftOut > 0 && number(schedule.leftOut)],
            [
              t('schedule.outcome'),
              schedule.outcome &&
                (stability
                  ? t(`schedule.outcomesAgain.${schedule.outcome}`)
                  : t(`schedule.outcomes.${schedule.outcome}`)),
            ],
            [
              t('heed.label'),
              gathering.interpreters.length > 0 &&
                schedule.state !== 'none' &&
                (schedule.heedsInterpreters ? t('heed.yes') : t('heed.no')),
            ],
            [
              t('schedule.moved'),
              schedule.standing > 0 && schedule.breaks !== null && number(schedule.moved),
            ],
            [t('schedule.movedBound'), stability && number(stability.movedAtLeast)],
            [t('schedule.breaks'), schedule.breaks !== null && number(schedule.breaks)],
            [t('schedule.bound'), schedule.lowerBound !== null && number(schedule.lowerBound)],
            [t('schedule.price'), stability?.price && price(stability.price)],
            [
              t('schedule.anew'),
              stability?.anew &&
                t('schedule.anewIs', {
                  breaks: number(stability.anew.breaks),
                  bound: number(stability.anew.lowerBound),
                  moved: number(stability.anew.moved),
                }),
            ],
            [
              t('schedule.seconds'),
              schedule.state !== 'none' && number(Math.round(schedule.seconds * 10) / 10),
            ],
            [
              t('schedule.published'),
              schedule.publishedAt &&
                t('schedule.publishedAt', {
                  times: number(schedule.published),
                  at: moment(schedule.publishedAt),
                }),
            ],
          ]}
        />
        {solving && (
          <p role="status" className="mt-3">
            {t('schedule.solving')}
            {/* Nobody knows how long a proof takes: it moves, and says no share. */}
            <progress aria-label={t('schedule.solving')} className="mt-1 block h-2 w-full accent-seal" />
          </p>
        )}
        {open && (
          <div className="mt-4 flex flex-wrap items-end gap-4">
            {begun ? (
              <p className="w-full text-faded">{t('schedule.underWay')}</p>
            ) : (
              <Form method="post" className="flex flex-wrap items-end gap-3">
                <TextField
                  name="seconds"
                  label={t('schedule.forSeconds')}
                  inputMode="numeric"
                  defaultValue="20"
                />
                <HeedField gathering={gathering} schedule={schedule} />
                <Button name="act" value="solve" disabled={solving}>
                  {schedule.standing > 0 ? t('schedule.solveAnew') : t('schedule.solve')}
                </Button>
              </Form>
            )}
            {schedule.booked > 0 && !schedule.upToDate && (
              <Form method="post">
                <input type="hidden" name="version" value={schedule.version} />
                <Button
                  name="act"
                  value="publish"
                  look={schedule.standing > 0 && schedule.unsettledCount > 0 ? 'plain' : 'main'}
                >
                  {t('schedule.publish', {
                    changes: number(schedule.changes),
                    cancelled: number(schedule.cancelled),
                  })}
                </Button>
              </Form>
            )}
            {schedule.fixed > 0 && !solving && (
              <Form method="post">
                <input type="hidden" name="version" value={schedule.version} />
                <ConfirmButton
                  name="act"
                  value="release"
                  label={t('schedule.release', { number: number(schedule.fixed) })}
                  question={t('schedule.releaseQuestion')}
                />
              </Form>
            )}
            {schedule.upToDate && <Badge tone="celadon">{t('schedule.upToDate')}</Badge>}
          </div>
        )}
      </Section>
      {open && <Clashes gathering={gathering} schedule={schedule} />}
      {open && <WithoutInterpreters schedule={schedule} />}
      {open && <WaysOut schedule={schedule} />}
      <Without schedule={schedule} open={open} />
      <LeftOut schedule={schedule} />
      <Changes gathering={gathering} schedule={schedule} />
      {open && places && (
        <Placing
          gathering={gathering}
          places={places}
          inSlot={schedule.inSlot}
          now={schedule.now}
          swaps={swaps}
        />
      )}
      {schedule.booked > 0 && <Review gathering={gathering} schedule={schedule} open={open} />}
      {schedule.published > 0 && (
        <ExportLinks path={`/gatherings/${gathering.id}/schedule`} query={new URLSearchParams()} />
      )}
    </article>
  );
}

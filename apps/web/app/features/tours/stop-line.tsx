import type { ProblemDocument, Tour, TourStop } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { OutcomeNote } from '../gatherings/outcome-note.tsx';
import { OpenDeal, OutcomeForm } from './outcome.tsx';
import { ChangeStop } from './stop-form.tsx';
import { useHours } from './tour-hours.ts';
import { clockOf, datesOf, placeOf, type CityPlace } from './tour-values.ts';
import { answerTone } from './visit-list.tsx';

/** A stop with its host's answer, its hour, and what can be done with it. */
export function StopLine({
  tour,
  stop,
  cities,
  opensDeals,
  values,
  problem,
}: {
  tour: Tour;
  stop: TourStop;
  cities: CityPlace[];
  /** Whether the reader could open a deal with the host. */
  opensDeals: boolean;
  /** What was typed of this stop and refused, and why. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('tours');
  const { day, language, list, tongue } = useWords();
  const name = inLanguage(stop.names, language);
  const at = placeOf(tour.plan, stop.id);
  const why = tour.plan?.leftOut.find(({ stopId }) => stopId === stop.id)?.why;
  const certain = tour.state === 'confirmed' || tour.state === 'done';
  const { hours } = useHours();
  const filled = typedOr(values?.['act'] === 'place' ? values : undefined);
  return (
    <li className="border-b border-rule py-3" data-stop={stop.id}>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        {stop.organisationId ? (
          <Link to={`/members/${stop.organisationId}`} lang={name.lang} className="link font-name text-lg">
            {name.text}
          </Link>
        ) : (
          <span className="font-name text-lg">{name.text}</span>
        )}
        {stop.organisationId && <Badge tone={answerTone[stop.answer]}>{t(`answer.${stop.answer}`)}</Badge>}
        {stop.must && <Badge>{t('stop.mustBadge')}</Badge>}
        {stop.talk !== 'direct' && (
          <Badge tone={stop.talk === 'nobody' ? 'seal' : 'plain'}>{t(`talk.${stop.talk}`)}</Badge>
        )}
        {stop.samples && <Badge>{t(`samples.${stop.samples}`)}</Badge>}
      </p>
      <p className="text-sm text-faded tabular-nums">
        {t('stop.line', {
          city: t(`city.${stop.city}`),
          minutes: stop.minutes,
          wish: stop.wish,
          hours: hours(stop.hours),
        })}
      </p>
      <p className="text-sm text-faded tabular-nums">
        {stop.capacity === null
          ? t('stop.speaks', { languages: list(stop.languages.map(tongue)) })
          : t('stop.speaksAndTakes', {
              languages: list(stop.languages.map(tongue)),
              capacity: stop.capacity,
            })}
      </p>
      <p className="text-sm tabular-nums">
        {at
          ? t('stop.at', {
              day: day(at.date),
              from: clockOf(at.start),
              until: clockOf(at.start + stop.minutes),
            })
          : why
            ? t(`why.${why}`)
            : t('stop.unplanned')}
      </p>
      {problem && (
        <div className="mt-3">
          <ProblemNote problem={problem} />
        </div>
      )}
      {stop.note && <p className="measure text-sm">{t('stop.said', { note: stop.note })}</p>}
      {tour.state === 'draft' && (
        <div className="mt-2 flex flex-wrap items-end gap-3">
          <Form method="post" className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="stop" value={stop.id} />
            <input type="hidden" name="version" value={tour.version} />
            <SelectField
              name="date"
              label={t('stop.day')}
              options={datesOf(tour.firstDay, tour.lastDay).map((value) => ({ value, label: day(value) }))}
              defaultValue={filled('date', at?.date ?? tour.firstDay)}
              key={`day${at?.date}`}
            />
            <TextField
              name="start"
              type="time"
              label={t('stop.start')}
              defaultValue={filled('start', clockOf(at?.start ?? stop.hours[0]?.opens ?? 540))}
              key={`start${at?.start}`}
            />
            <Button name="act" value="place">
              {at ? t('stop.move') : t('stop.put')}
            </Button>
            {at && (
              <Button name="act" value="off">
                {t('stop.off')}
              </Button>
            )}
          </Form>
          <Form method="post">
            <input type="hidden" name="stop" value={stop.id} />
            <Button name="act" value="remove">
              {t('stop.remove')}
            </Button>
          </Form>
        </div>
      )}
      {tour.state === 'draft' && (
        <ChangeStop {...{ tour, stop, cities }} {...(values?.['act'] === 'change' && { values, problem })} />
      )}
      <OutcomeNote outcome={stop.outcome} dealId={stop.dealId} deal={t('outcome.deal')} />
      {certain && at && (
        <>
          <OutcomeForm stopId={stop.id} {...stop} />
          {opensDeals &&
            stop.dealId === null &&
            stop.organisationId &&
            stop.organisationId !== tour.organisationId && (
              <OpenDeal partner={stop.organisationId} stopId={stop.id} />
            )}
        </>
      )}
    </li>
  );
}

import type { TourVisit } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/text.ts';
import { OutcomeNote } from '../gatherings/outcome-note.tsx';
import { OpenDeal, OutcomeForm } from './outcome.tsx';
import { clockOf } from './tour-values.ts';

export const answerTone = { none: 'plain', asked: 'seal', confirmed: 'celadon', declined: 'plain' } as const;

/** Visits that one was asked for, with one's answers and what came of them. */
export function VisitList({ visits }: { visits: TourVisit[] }) {
  const { t } = useTranslation('tours');
  const { day, tongue } = useWords();
  const { name } = useCountries();
  if (visits.length === 0)
    return (
      <EmptyState title={t('visits.none')}>
        <p>{t('visits.advice')}</p>
      </EmptyState>
    );
  return (
    <ul>
      {visits.map((visit) => (
        <li key={visit.id} className="border-b border-rule py-4" data-visit={visit.answer}>
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
            <span className="font-name text-xl">{visit.guests.name}</span>
            <Badge tone={answerTone[visit.answer]}>{t(`answer.${visit.answer}`)}</Badge>
          </p>
          <p className="text-sm text-faded">
            {t('visits.guests', {
              number: visit.guests.visitors,
              country: name(visit.guests.country),
              language: tongue(visit.guests.language),
            })}
          </p>
          {visit.samples && (
            <p className="text-sm text-faded">
              {t('visits.samples', { class: t(`samples.${visit.samples}`) })}
            </p>
          )}
          <p className="text-sm tabular-nums">
            {visit.date === null || visit.start === null
              ? t('visits.noHour', { city: t(`city.${visit.city}`) })
              : t('visits.when', {
                  city: t(`city.${visit.city}`),
                  day: day(visit.date),
                  from: clockOf(visit.start),
                  until: clockOf(visit.start + visit.minutes),
                })}
          </p>
          {visit.tourState === 'draft' && (
            <Form method="post" className="mt-2 flex flex-wrap items-end gap-3">
              <input type="hidden" name="act" value="answer" />
              <input type="hidden" name="stop" value={visit.id} />
              <TextField
                name="note"
                label={t('visits.note')}
                defaultValue={visit.note ?? ''}
                maxLength={500}
                className="w-72 max-w-full"
              />
              <Button look="main" name="answer" value="confirmed">
                {t('visits.agree')}
              </Button>
              <Button name="answer" value="declined">
                {t('visits.decline')}
              </Button>
            </Form>
          )}
          <OutcomeNote outcome={visit.outcome} dealId={visit.dealId} deal={t('outcome.deal')} />
          {(visit.tourState === 'confirmed' || visit.tourState === 'done') && (
            <>
              <OutcomeForm stopId={visit.id} {...visit} />
              {visit.guests.organisationId && visit.dealId === null && (
                <OpenDeal partner={visit.guests.organisationId} stopId={visit.id} />
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

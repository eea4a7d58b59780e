import type { Gathering, getAgenda, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useRevalidator } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { useLive } from '../../platform/use-live.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { SelectField, TextArea } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { GatheringHead } from './gathering-head.tsx';
import { UnderstandingBadge } from './interpreting.tsx';
import { OwnOutcome } from './meeting-outcome.tsx';
import { Programme } from './programme.tsx';

/** One's own agenda: meetings and programme; read again the moment something is published. Prints as it stands. */
export function AgendaPage(props: {
  gathering: Gathering;
  agenda: ResponseOf<typeof getAgenda>;
  /** The address for calendars, shown once. */
  url?: string;
  /** When the page was made, so that it is the same on both sides. */
  now: string;
  /** What was typed of a meeting that it names, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('gatherings');
  const { of, clockIn, dayIn, number } = useWords();
  const { gathering, agenda, url } = props;
  const { registration, meetings } = agenda;
  const { revalidate } = useRevalidator();
  useLive(`/api/v1/gatherings/${gathering.id}/agenda/stream`, (data) => {
    if ((JSON.parse(data) as { stamp: string }).stamp !== agenda.stamp) void revalidate();
  });
  const begun = Date.parse(gathering.startsAt) <= Date.parse(props.now);
  return (
    <article>
      <GatheringHead gathering={gathering} title={t('agenda.title')} />
      {props.values === undefined && <ProblemNote problem={props.problem} />}
      <p className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="font-name text-xl">{registration.person}</span>
        <span className="text-faded">{of(registration.organisation.names)}</span>
        {registration.checkedInAt && <Badge tone="celadon">{t('own.checkedIn')}</Badge>}
        <ButtonLink className="print:hidden" to={`/gatherings/${gathering.id}/badge`}>
          {t('badge.title')}
        </ButtonLink>
        {gathering.matchmaking && (
          <ButtonLink className="print:hidden" to={`/gatherings/${gathering.id}/meetings`}>
            {t('wishes.title')}
          </ButtonLink>
        )}
      </p>
      {gathering.matchmaking && (
        <Section title={t('agenda.meetings')}>
          {meetings.length === 0 ? (
            <p className="text-faded">{t('agenda.noMeetings')}</p>
          ) : (
            <ol aria-live="polite">
              {meetings.map((one) => (
                <li
                  key={one.id}
                  className="flex flex-wrap items-baseline gap-x-4 gap-y-2 border-b border-rule py-2"
                >
                  <time dateTime={one.startsAt} className="tabular-nums">
                    {t('agenda.at', {
                      day: dayIn(one.startsAt, gathering.zone),
                      from: clockIn(one.startsAt, gathering.zone),
                      until: clockIn(one.endsAt, gathering.zone),
                    })}
                  </time>
                  <span>{t('agenda.table', { table: number(one.table) })}</span>
                  <Link to={`/members/${one.other.id}`} className="link font-name">
                    {of(one.other.names)}
                  </Link>
                  {one.state === 'cancelled' && <Badge tone="seal">{t('state.cancelled')}</Badge>}
                  {one.state === 'planned' && one.sequence > 0 && <Badge>{t('agenda.changed')}</Badge>}
                  <UnderstandingBadge understanding={one.understanding} />
                  {one.state === 'planned' && one.startsAt <= props.now && (
                    <OwnOutcome
                      key={one.outcome?.at}
                      meeting={one}
                      {...(props.values?.['meeting'] === one.id && {
                        values: props.values,
                        problem: props.problem,
                      })}
                    />
                  )}
                </li>
              ))}
            </ol>
          )}
        </Section>
      )}
      {gathering.programme.length > 0 && (
        <Section title={t('programme.title')}>
          <Programme gathering={gathering} />
        </Section>
      )}
      <div className="print:hidden">
        <Section title={t('calendar.title')} note={t('calendar.about')}>
          {url && (
            <p role="status" className="mb-3">
              {t('calendar.address')}
              <code className="mt-1 block border border-rule bg-sheet p-2 text-sm break-all">{url}</code>
            </p>
          )}
          <Form method="post" className="flex flex-wrap items-start gap-3">
            <input type="hidden" name="registration" value={registration.id} />
            <Button name="act" value="subscribe">
              {registration.subscribed ? t('calendar.anew') : t('calendar.subscribe')}
            </Button>
            {registration.subscribed && (
              <ConfirmButton
                name="act"
                value="unsubscribe"
                label={t('calendar.end')}
                question={t('calendar.endQuestion')}
              />
            )}
          </Form>
        </Section>
        {begun && (
          <Section title={t('feedback.title')}>
            {registration.feedback ? (
              <p>{t('feedback.given', { rating: number(registration.feedback.rating) })}</p>
            ) : (
              <Form method="post" className="grid max-w-xl gap-4">
                <input type="hidden" name="registration" value={registration.id} />
                <SelectField
                  name="rating"
                  label={t('feedback.rating')}
                  error={errorAt(props.problem, 'rating')}
                  options={['5', '4', '3', '2', '1'].map((value) => ({
                    value,
                    label: t(`feedback.of.${value}`),
                  }))}
                />
                <TextArea name="text" label={t('feedback.text')} maxLength={2000} />
                <p>
                  <Button name="act" value="feedback" look="main">
                    {t('feedback.send')}
                  </Button>
                </p>
              </Form>
            )}
          </Section>
        )}
      </div>
    </article>
  );
}

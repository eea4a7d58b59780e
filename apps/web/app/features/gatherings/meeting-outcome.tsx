import type { AgendaMeeting, MeetingOutcome, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';
import { OutcomeNote } from './outcome-note.tsx';
import { meetingComes } from '@jiechuan/contract/words';

const cameTone = { met: 'celadon', missed: 'seal' } as const;

/** What one side says came of a meeting. */
export function MeetingTold({
  outcome,
}: {
  outcome: Omit<MeetingOutcome, 'note'> & { note?: string | null };
}) {
  const { t } = useTranslation('gatherings');
  const { day } = useWords();
  const { followUp, note } = outcome;
  return (
    <OutcomeNote outcome={outcome} dealId={outcome.dealId} deal={t('outcome.deal')}>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <Badge tone={cameTone[outcome.came]}>{t(`outcome.comes.${outcome.came}`)}</Badge>
        {followUp && (
          <span>{t('outcome.next', { what: followUp.what, who: followUp.who, day: day(followUp.due) })}</span>
        )}
      </p>
      {note && <p className="measure whitespace-pre-line text-faded">{t('outcome.ownNote', { note })}</p>}
    </OutcomeNote>
  );
}

/** One's own meeting once it has begun: what came of it, and the way to a deal with whom one met. */
export function OwnOutcome({
  meeting,
  values,
  problem,
}: {
  meeting: AgendaMeeting & { outcome: MeetingOutcome | null };
  /** What was typed of this very meeting, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('gatherings');
  const { outcome } = meeting;
  const begun = typedOr(values);
  const at = (name: string) => errorAt(problem, name);
  return (
    <div className="w-full print:hidden">
      {outcome && <MeetingTold outcome={outcome} />}
      <details className="mt-2" open={values !== undefined}>
        <summary className="link">{outcome ? t('outcome.change') : t('outcome.write')}</summary>
        <Form method="post" className="mt-2 grid max-w-2xl gap-3">
          <ProblemNote problem={problem} />
          <input type="hidden" name="act" value="outcome" />
          <input type="hidden" name="meeting" value={meeting.id} />
          <SelectField
            name="came"
            label={t('outcome.came')}
            defaultValue={begun('came', outcome?.came ?? 'met')}
            error={at('came')}
            options={meetingComes.map((value) => ({ value, label: t(`outcome.comes.${value}`) }))}
          />
          <TextArea
            name="text"
            label={t('outcome.title')}
            hint={t('outcome.textHint')}
            defaultValue={begun('text', outcome?.text)}
            error={at('text')}
            rows={3}
            maxLength={2000}
          />
          <TextArea
            name="note"
            label={t('outcome.note')}
            hint={t('outcome.noteHint')}
            defaultValue={begun('note', outcome?.note)}
            error={at('note')}
            rows={2}
            maxLength={2000}
          />
          <div className="grid items-start gap-3 sm:grid-cols-[2fr_1fr_auto]">
            <TextField
              name="followUp.what"
              label={t('outcome.what')}
              defaultValue={begun('followUp.what', outcome?.followUp?.what)}
              error={at('followUp.what')}
              maxLength={500}
            />
            <TextField
              name="followUp.who"
              label={t('outcome.who')}
              defaultValue={begun('followUp.who', outcome?.followUp?.who)}
              error={at('followUp.who')}
              maxLength={120}
            />
            <TextField
              name="followUp.due"
              type="date"
              label={t('outcome.due')}
              defaultValue={begun('followUp.due', outcome?.followUp?.due)}
              error={at('followUp.due')}
            />
          </div>
          <TextField
            name="deal"
            label={t('outcome.dealAddress')}
            hint={t('outcome.dealHint')}
            defaultValue={begun('deal', outcome?.dealId)}
            error={at('dealId')}
            maxLength={300}
          />
          <p>
            <Button>{t('outcome.save')}</Button>
          </p>
        </Form>
      </details>
      {!outcome?.dealId && (
        <p className="mt-2">
          <ButtonLink to={`/deals/new?with=${meeting.other.id}&meeting=${meeting.id}`}>
            {t('outcome.open')}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

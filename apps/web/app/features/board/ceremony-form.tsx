import type { Ceremony, ProblemDocument } from '@jiechuan/contract';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { localOf } from '../../platform/clocks.ts';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { useDraft } from '../../ui/draft.ts';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { TextInTongues } from '../../ui/text-in-tongues.tsx';
import { useWords } from '../../ui/text.ts';
import { agendaLines, ceremonyTongues } from './ceremony-values.ts';

/** A ceremony's names, place, time and agenda. Kept as a draft in the browser until it is sent. */
export function CeremonyForm(props: {
  /** Null for a new one. */
  ceremony: Ceremony | null;
  /** What was typed, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('ceremonies');
  const { tongue, list } = useWords();
  const { ceremony, problem } = props;
  const draft = useDraft(`ceremony:${ceremony?.id ?? 'new'}`);
  const sending = useNavigation().state === 'submitting';
  const { keep } = draft;
  useEffect(() => {
    if (problem) keep();
  });
  const filled = typedOr(props.values);
  const tongues = ceremonyTongues(ceremony);
  const title = ceremony ? t('form.change') : t('form.new');
  const texts = (name: 'names' | 'place', label: (one: string) => string, maxLength: number) => (
    <TextInTongues {...{ name, tongues, label, filled, problem, maxLength }} known={ceremony?.[name]} />
  );
  const local = (instant: string | undefined) =>
    ceremony && instant ? localOf(Date.parse(instant), ceremony.zone) : '';
  const wrongLine = problem?.errors?.find(({ path }) => path.startsWith('body.agenda'));
  const line = Number(/^body\.agenda\.(\d+)/.exec(wrongLine?.path ?? '')?.[1]) + 1;
  return (
    <article>
      <title>{title}</title>
      <h1 className="text-3xl">{title}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('form.lead')}</p>
      <ProblemNote problem={problem} />
      <Form method="post" {...draft.form}>
        <DraftNote {...draft} />
        {ceremony && <input type="hidden" name="version" value={ceremony.version} />}
        <input type="hidden" name="tongues" value={tongues.join(',')} />
        <Section title={t('form.whatTitle')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            {texts('names', (one) => t('form.name', { tongue: one }), 200)}
          </div>
          <div className="mt-4 grid items-start gap-4 sm:grid-cols-3">
            {texts('place', (one) => t('form.place', { tongue: one }), 300)}
          </div>
        </Section>
        <Section title={t('form.whenTitle')}>
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <TextField
              name="startsAt"
              type="datetime-local"
              label={t('form.startsAt')}
              defaultValue={filled('startsAt', local(ceremony?.startsAt))}
              error={errorAt(problem, 'startsAt')}
              required
            />
            <TextField
              name="endsAt"
              type="datetime-local"
              label={t('form.endsAt')}
              defaultValue={filled('endsAt', local(ceremony?.endsAt))}
              error={errorAt(problem, 'endsAt')}
              required
            />
            <TextField
              name="zone"
              label={t('form.zone')}
              hint={t('form.zoneHint')}
              defaultValue={filled('zone', ceremony?.zone ?? 'Asia/Shanghai')}
              error={errorAt(problem, 'zone')}
              required
              maxLength={60}
            />
          </div>
        </Section>
        <Section title={t('agenda.title')}>
          <TextArea
            name="agenda"
            label={t('form.agenda')}
            hint={t('form.agendaHint', { columns: list(tongues.map(tongue)) })}
            rows={12}
            defaultValue={filled('agenda', ceremony && agendaLines(ceremony, tongues))}
            error={
              wrongLine &&
              (Number.isNaN(line)
                ? wrongLine.message
                : t('form.agendaLine', { line, why: wrongLine.message }))
            }
          />
          <p className="mt-5">
            <Button look="main" disabled={sending}>
              {t('form.save')}
            </Button>
          </p>
        </Section>
      </Form>
    </article>
  );
}

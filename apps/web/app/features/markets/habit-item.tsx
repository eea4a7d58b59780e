import type { FlaggedHabit, HabitNote, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SourceLine } from './source-line.tsx';
import { useMarketWords } from './words.ts';

const tones = { unconfirmed: 'plain', confirmed: 'celadon', contested: 'seal' } as const;

/** A habit: what is claimed, what to do, whose word stands for it. Flagged where a product does what it warns of. */
export function HabitItem(props: {
  habit: HabitNote | FlaggedHabit;
  edits: boolean;
  speaks: boolean;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('markets');
  const words = useMarketWords();
  const { habit } = props;
  const flagged = 'outcome' in habit && habit.outcome === 'gap' && habit.reason;
  return (
    <li id={`habit-${habit.id}`} className="border-b border-rule py-3">
      <p className="flex flex-wrap gap-1">
        <Badge>{t(`topic.${habit.topic}`)}</Badge>
        <Badge tone={tones[habit.status]}>{t(`status.${habit.status}`)}</Badge>
        {flagged && <Badge tone="seal">{t('habit.flagged')}</Badge>}
      </p>
      {flagged && <p className="mt-1 font-medium text-seal">{words.reason(flagged)}</p>}
      <p className="mt-1">{words.of(habit.claim)}</p>
      <p className="text-celadon-ink">{t('habit.advice', { advice: words.of(habit.advice) })}</p>
      <p className="mt-0.5">
        <SourceLine source={habit.source} />
      </p>
      {habit.voices.length > 0 && (
        <ul className="mt-1 text-sm">
          {habit.voices.map((voice) => (
            <li key={voice.organisationId} className={voice.earlierWording ? 'text-faded' : ''}>
              {[
                t(`voice.${voice.voice}`),
                voice.organisationNames ? words.of(voice.organisationNames) : t('habit.aMember'),
                voice.person,
                words.day(voice.at),
                voice.note,
                voice.earlierWording && t('habit.earlierWording'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
      {props.edits && (
        <p className="mt-1 text-xs">
          <Link to={`/market-habits/${habit.id}`} className="link">
            {t('edit.edit')}
            <span className="sr-only"> {words.of(habit.claim)}</span>
          </Link>
        </p>
      )}
      {props.speaks && (
        <details className="mt-1">
          <summary className="link w-fit text-sm">{t('habit.speak')}</summary>
          <Form method="post" preventScrollReset className="mt-2 flex flex-wrap items-end gap-2">
            <ProblemNote problem={props.problem} />
            <input type="hidden" name="habitId" value={habit.id} />
            <TextField name="note" label={t('habit.note')} maxLength={600} className="w-72 max-w-full" />
            <Button name="voice" value="confirms">
              {t('habit.confirm')}
            </Button>
            <Button name="voice" value="contests" look="grave">
              {t('habit.contest')}
            </Button>
            <Button name="voice" value="withdraw">
              {t('habit.withdraw')}
            </Button>
          </Form>
        </details>
      )}
    </li>
  );
}

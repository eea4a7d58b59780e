import type { PlanHabit } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { SourceNote } from './source-note.tsx';

/** What people there are used to: it advises and never blocks. What speaks of just this offer comes first. */
export function Habits(props: {
  habits: readonly PlanHabit[];
  /** Where members of that market are asked; null where the reader can't ask. */
  ask: string | null;
}) {
  const { t } = useTranslation('plans');
  const { of, list } = useWords();
  const habits = props.habits.toSorted((a, b) => Number(b.applies) - Number(a.applies));
  return (
    <Section
      id="habits"
      title={t('habits.title')}
      note={
        <>
          <p>{t('habits.note')}</p>
          {props.ask && (
            <p className="mt-2 print:hidden">
              <Link to={props.ask} className="link">
                {t('habits.ask')}
              </Link>
            </p>
          )}
        </>
      }
    >
      {habits.length === 0 ? (
        <p className="text-faded">{t('habits.none')}</p>
      ) : (
        <ul className="border-t border-ink">
          {habits.map((habit) => (
            <li key={habit.habitId} className="border-b border-rule py-2.5">
              <p className="flex flex-wrap items-center gap-1.5">
                <Badge tone={habit.status === 'confirmed' ? 'celadon' : 'plain'}>
                  {t(`habit.${habit.status}`)}
                </Badge>
                {habit.applies && <Badge tone="seal">{t('habits.applies')}</Badge>}
              </p>
              <p className="mt-1">{of(habit.claim)}</p>
              <p className="text-sm">
                <span className="text-faded">{t('habits.advice')}</span> {of(habit.advice)}
              </p>
              <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-faded">
                <SourceNote source={habit.source} />
                {habit.confirmedBy.length > 0 && (
                  <span>{t('habits.confirmedBy', { names: list(habit.confirmedBy.map(of)) })}</span>
                )}
                {habit.contestedBy.length > 0 && (
                  <span>{t('habits.contestedBy', { names: list(habit.contestedBy.map(of)) })}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

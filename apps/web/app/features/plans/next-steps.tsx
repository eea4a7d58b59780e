import type { PlanStep } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { textOf } from './reasons.tsx';

/** What to do next: by when, by whom, and what the goods wait for. */
export function NextSteps({ steps }: { steps: readonly PlanStep[] }) {
  const { t } = useTranslation('plans');
  const { day } = useWords();
  if (steps.length === 0) return null;
  return (
    <Section id="steps" title={t('steps.title')} note={t('steps.note')}>
      <Table
        caption={t('steps.title')}
        columns={[t('steps.due'), t('steps.owner'), t('steps.step')]}
        rows={steps.map((step) => ({
          key: step.code + JSON.stringify(step.params),
          cells: [
            <time key="due" dateTime={step.dueOn} className="whitespace-nowrap">
              {day(step.dueOn)}
            </time>,
            <span key="owner" className="whitespace-nowrap">
              {t(`owner.${step.owner}`)}
            </span>,
            <span key="step">
              {textOf(step)} {step.blocking && <Badge tone="seal">{t('steps.blocking')}</Badge>}
            </span>,
          ],
        }))}
      />
    </Section>
  );
}

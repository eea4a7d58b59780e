import type { PlanAssumptions, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { assumptionGroups, typedAssumption, type AssumptionGroup } from './plan-values.ts';

/** What a plan reckons with, in the units people write it in: percent, yuan, months. */
export function AssumptionFields(props: {
  groups: readonly AssumptionGroup[];
  assumptions: PlanAssumptions;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('plans');
  return props.groups.map((group) => (
    <fieldset key={group}>
      <legend className="mb-2 font-medium">{t(`assumption.group.${group}`)}</legend>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {assumptionGroups[group].map(([path, written]) => (
          <TextField
            key={path}
            name={`assumptions.${path}`}
            label={t('assumption.labelled', {
              name: t(`assumption.${path.split('.').at(-1)}`),
              unit: t(`assumption.unit.${written}`),
            })}
            error={errorAt(props.problem, `assumptions.${path}`)}
            defaultValue={typedAssumption(props.assumptions, path, written)}
            inputMode={written === 'percent' || written === 'yuan' ? 'decimal' : 'numeric'}
            maxLength={16}
          />
        ))}
      </div>
    </fieldset>
  ));
}

import type { PlanAssumptions, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCountries } from '../../ui/countries.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { PlanForm, type HubChoice } from './plan-form.tsx';
import type { PlanValues } from './plan-values.ts';

/** A plan asked otherwise: the same product and market, other wishes; it becomes the plan's next version. */
export function ChangePlan(props: {
  plan: { id: string; version: number; market: string; names: Record<string, string>; unit: string };
  hubs: readonly HubChoice[];
  values: PlanValues;
  assumptions: PlanAssumptions;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('plans');
  const countries = useCountries();
  const { language } = useWords();
  const { plan, problem } = props;
  const name = inLanguage(plan.names, language);
  const lost = problem?.status === 412;
  return (
    <>
      <title>{t('change.title')}</title>
      <p>
        <Link to={`/plans/${plan.id}`} className="link">
          {t('versions.back')}
        </Link>
      </p>
      <h1 className="mt-2 text-3xl">{t('change.title')}</h1>
      <p className="mt-1 mb-6 font-name text-xl">
        <span lang={name.lang}>{name.text}</span> → {countries.name(plan.market)}
      </p>
      <ProblemNote problem={problem} />
      {lost && (
        <p className="mb-5">
          <Link to={`/plans/${plan.id}`} className="link">
            {t('change.seeNewest')}
          </Link>
        </p>
      )}
      <PlanForm
        draft={`plan:${plan.id}:${plan.version}`}
        values={props.values}
        assumptions={props.assumptions}
        unit={plan.unit}
        hubs={props.hubs}
        market={plan.market}
        problem={problem}
        send={t('change.send')}
      >
        <input type="hidden" name="version" value={plan.version} />
      </PlanForm>
    </>
  );
}

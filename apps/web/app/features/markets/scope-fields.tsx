import type { MarketRule, MarketSource, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { lineOf } from './rule-values.ts';
import { predicates } from './vocabulary.ts';

/** Which goods it speaks of; what is left empty doesn't narrow. */
export function ScopeFields({ scope, problem }: { scope?: MarketRule['scope']; problem?: ProblemDocument }) {
  const { t } = useTranslation('markets');
  const line = (name: 'hs' | 'exceptHs' | 'categories' | 'kinds' | 'ingredients', hint?: string) => (
    <TextField
      name={`scope.${name}`}
      label={t(`form.scope.${name}`)}
      hint={hint}
      defaultValue={scope?.[name].join(', ')}
      error={errorAt(problem, `scope.${name}`)}
      maxLength={2000}
    />
  );
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t('form.scope.title')}</legend>
      {line('hs', t('form.commas'))}
      {line('exceptHs')}
      {line('categories')}
      {line('kinds')}
      {line('ingredients')}
      <div>
        <CheckField name="scope.animal" label={t('form.scope.animal')} defaultChecked={scope?.animal} />
        <CheckField
          name="scope.batteries"
          label={t('form.scope.batteries')}
          defaultChecked={scope?.batteries}
        />
      </div>
    </fieldset>
  );
}

/** What is asked of a product: one of a few questions, and the values it asks about in one line. */
export function PredicateFields(props: {
  predicate?: MarketRule['predicate'] | null;
  optional?: boolean;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('markets');
  const { predicate, problem } = props;
  const wrong = problem?.errors?.find(({ path }) => /^(body\.)?(predicate|check)/.test(path))?.message;
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t('form.predicate.title')}</legend>
      <SelectField
        name="predicate.is"
        label={t('form.predicate.is')}
        defaultValue={predicate?.is ?? (props.optional ? '' : 'certificateOfKind')}
        options={[
          ...(props.optional ? [{ value: '', label: t('form.predicate.nothing') }] : []),
          ...Object.keys(predicates).map((is) => ({ value: is, label: t(`predicate.${is}`) })),
        ]}
      />
      <TextField
        name="predicate.line"
        label={t('form.predicate.line')}
        hint={t('form.predicate.lineHint')}
        defaultValue={predicate ? lineOf(predicate) : ''}
        error={wrong}
        maxLength={2000}
      />
      <CheckField
        name="predicate.all"
        label={t('form.predicate.all')}
        defaultChecked={predicate?.is === 'labelInLanguages' && predicate.all}
      />
    </fieldset>
  );
}

/** Where a fact comes from. */
export function SourceFields({ source, problem }: { source?: MarketSource; problem?: ProblemDocument }) {
  const { t } = useTranslation('markets');
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 font-medium">{t('form.source.heading')}</legend>
      <TextField
        name="source.title"
        label={t('form.source.title')}
        defaultValue={source?.title}
        error={errorAt(problem, 'source.title')}
        required
        maxLength={300}
      />
      <TextField
        name="source.citation"
        label={t('form.source.citation')}
        defaultValue={source?.citation ?? ''}
        error={errorAt(problem, 'source.citation')}
        maxLength={300}
      />
      <TextField
        name="source.url"
        type="url"
        label={t('form.source.url')}
        defaultValue={source?.url ?? ''}
        error={errorAt(problem, 'source.url')}
        maxLength={500}
      />
      <TextField
        name="source.date"
        type="date"
        label={t('form.source.date')}
        defaultValue={source?.date ?? ''}
        error={errorAt(problem, 'source.date')}
      />
    </fieldset>
  );
}

const tongues = ['zh-CN', 'en', 'ru'] as const;

/** One text in the three languages of the alliance. */
export function TextsFields(props: {
  name: 'requirement' | 'claim' | 'advice';
  texts?: Record<string, string>;
  maxLength: number;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('markets');
  return (
    <fieldset className="grid gap-4 sm:grid-cols-3">
      <legend className="mb-2 font-medium">{t(`form.text.${props.name}`)}</legend>
      {tongues.map((tongue) => (
        <TextArea
          key={tongue}
          name={`${props.name}.${tongue}`}
          lang={tongue}
          rows={3}
          label={t(`form.tongue.${tongue}`)}
          defaultValue={props.texts?.[tongue]}
          error={
            errorAt(props.problem, `${props.name}.${tongue}`) ??
            (tongue === 'zh-CN' ? errorAt(props.problem, props.name) : undefined)
          }
          maxLength={props.maxLength}
        />
      ))}
    </fieldset>
  );
}

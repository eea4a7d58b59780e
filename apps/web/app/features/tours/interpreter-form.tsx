import type { ProblemDocument, Tour } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { typedOr, type FormValues } from '../../platform/forms.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';

const tongues = ['zh-CN', 'en', 'ru'];

/** Who interprets, in which languages; an empty name says that nobody does. */
export function InterpreterForm({
  tour,
  values,
  problem,
}: {
  tour: Tour;
  /** What was typed, where it was refused. */
  values?: FormValues;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('tours');
  const { tongue } = useWords();
  const { interpreter, guests } = tour;
  const filled = typedOr(values);
  const speaks = values
    ? [values['languages'] ?? []].flat()
    : (interpreter?.languages ?? ['zh-CN', guests.language]);
  return (
    <Form method="post" className="max-w-2xl" key={tour.version}>
      <input type="hidden" name="act" value="interpreter" />
      <input type="hidden" name="version" value={tour.version} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          name="name"
          label={t('interpreter.name')}
          hint={t('interpreter.nameHint')}
          defaultValue={filled('name', interpreter?.name)}
          error={errorAt(problem, 'interpreter.name')}
          maxLength={100}
          autoComplete="off"
        />
        <TextField
          name="contact"
          label={t('interpreter.contact')}
          hint={t('interpreter.contactHint')}
          defaultValue={filled('contact', interpreter?.contact)}
          error={errorAt(problem, 'interpreter.contact')}
          maxLength={200}
          autoComplete="off"
        />
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t('interpreter.languages')}</legend>
          {tongues.map((tag) => (
            <CheckField
              key={tag}
              name="languages[]"
              value={tag}
              label={tongue(tag)}
              defaultChecked={speaks.includes(tag)}
            />
          ))}
        </fieldset>
      </div>
      <p className="mt-4">
        <Button>{t('interpreter.save')}</Button>
      </p>
    </Form>
  );
}

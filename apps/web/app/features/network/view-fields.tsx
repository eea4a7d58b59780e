import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { relationVisibility } from '@jiechuan/contract/words';

/** One side's view of a relation: how far it would vouch, and who may learn of it. */
export function ViewFields(props: { strength: string; visibility: string; problem?: ProblemDocument }) {
  const { t } = useTranslation('network');
  return (
    <>
      <TextField
        name="strength"
        label={t('field.strength')}
        hint={t('field.strengthHint')}
        error={errorAt(props.problem, 'strength')}
        defaultValue={props.strength}
        inputMode="numeric"
        maxLength={3}
        className="max-w-72"
        required
      />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('field.visibility')}</legend>
        {relationVisibility.map((one) => (
          <label key={one} className="flex items-baseline gap-2 py-0.5">
            <input
              type="radio"
              name="visibility"
              value={one}
              defaultChecked={props.visibility === one}
              required
              className="translate-y-0.5 accent-seal"
            />
            <span>
              {t(`visibility.${one}`)}{' '}
              <span className="block text-xs text-faded">{t(`visibilityAbout.${one}`)}</span>
            </span>
          </label>
        ))}
        <p className="mt-1 text-xs text-faded">{t('field.visibilityHint')}</p>
      </fieldset>
    </>
  );
}

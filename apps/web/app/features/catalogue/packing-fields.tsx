import type { Packing, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { packingLevels } from '@jiechuan/contract/words';

const measures = ['contains', 'netGrams', 'grossGrams', 'lengthMm', 'widthMm', 'heightMm', 'gtin'] as const;

/** One row a level; a level that isn't used stays empty. */
export function PackingFields({ packing, problem }: { packing: Packing[]; problem?: ProblemDocument }) {
  const { t } = useTranslation('catalogue');
  return (
    <div className="space-y-4">
      {packingLevels.map((level, row) => {
        const known = packing.find((one) => one.level === level);
        // The server counts the levels that were told, not our rows.
        const index = packing.findIndex((one) => one.level === level);
        return (
          <fieldset key={level} className="border-b border-rule pb-4">
            <legend className="mb-1 font-medium">{t(`level.${level}`)}</legend>
            <input type="hidden" name={`packing.${row}.level`} value={level} />
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-7">
              {measures.map((measure) => (
                <TextField
                  key={measure}
                  name={`packing.${row}.${measure}`}
                  label={t(`measure.${measure}`)}
                  error={errorAt(problem, `packing.${index === -1 ? row : index}.${measure}`)}
                  defaultValue={known?.[measure] ?? ''}
                  inputMode="numeric"
                  maxLength={14}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

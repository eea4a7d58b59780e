import { useTranslation } from 'react-i18next';
import { useCountries } from '../../ui/countries.ts';
import { CheckField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/text.ts';

/** The countries an organisation works for: boxes to tick, folded away, for most tick few or none. */
export function CountryBoxes(props: {
  name: string;
  label: string;
  hint: string;
  error?: string;
  chosen: string[];
}) {
  const { t } = useTranslation('members');
  const { list } = useWords();
  const countries = useCountries();
  const { name, label, hint, error, chosen } = props;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <p className="text-xs text-faded">{hint}</p>
      {chosen.length > 0 && <p className="mt-1">{list(chosen.map(countries.name))}</p>}
      {error && <p className="mt-1 text-sm text-seal">{error}</p>}
      <details open={error !== undefined}>
        <summary className="link w-fit">{t('form.regionChoose')}</summary>
        <div className="mt-2 grid gap-x-6 sm:grid-cols-3">
          {countries.options().map(({ value, label: country }) => (
            <CheckField
              key={value}
              name={`${name}[]`}
              value={value}
              label={country}
              defaultChecked={chosen.includes(value)}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

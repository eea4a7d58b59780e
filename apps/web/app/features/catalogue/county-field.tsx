import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/fields.tsx';
import { usePlaceCodes, usePlaces } from '../../ui/places.ts';

/** The place a product comes from, of those there are; one kept from before stays to be chosen, known or not. */
export function CountyField(props: { label: string; error?: string; code: string | null }) {
  const { t, i18n } = useTranslation('catalogue');
  const placeOf = usePlaces();
  const { code } = props;
  const known = usePlaceCodes();
  const order = new Intl.Collator(i18n.language);
  const places = (code === null || known.includes(code) ? known : [...known, code])
    .map((value) => ({ value, label: placeOf(value) }))
    .toSorted((a, b) => order.compare(a.label, b.label));
  return (
    <SelectField
      name="origin.code"
      label={props.label}
      error={props.error}
      defaultValue={code ?? ''}
      options={[{ value: '', label: t('edit.originNone') }, ...places]}
    />
  );
}

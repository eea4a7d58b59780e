import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/fields.tsx';
import { usePlaceOptions } from '../../ui/places.ts';

/** The place a product comes from, of those there are; one kept from before stays to be chosen, known or not. */
export function CountyField(props: { label: string; error?: string; code: string | null }) {
  const { t } = useTranslation('catalogue');
  const known = usePlaceOptions();
  const { code } = props;
  const isKnown = code === null || known.some(({ value }) => value === code);
  return (
    <SelectField
      name="origin.code"
      label={props.label}
      error={props.error}
      defaultValue={code ?? ''}
      options={[
        { value: '', label: t('edit.originNone') },
        ...known,
        ...(isKnown ? [] : [{ value: code, label: code }]),
      ]}
    />
  );
}

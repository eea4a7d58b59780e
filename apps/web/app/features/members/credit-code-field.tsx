import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/fields.tsx';

/** The unified social credit code, its check character proven as soon as the field is left. */
export function CreditCodeField({ defaultValue, error }: { defaultValue?: string; error?: string }) {
  const { t } = useTranslation('members');
  const [found, setFound] = useState<string>();
  const check = async (value: string) => {
    if (value === '') return setFound(undefined);
    // Fetched on first use: the check stands beside the schemas, which other pages don't need.
    const { checkCreditCode } = await import('@jiechuan/contract');
    const result = checkCreditCode(value);
    if (result.ok) setFound(undefined);
    else if (result.reason === 'check-digit')
      setFound(t('creditCode.checkDigit', { given: value.at(-1), expected: result.expected }));
    else setFound(t('creditCode.form'));
  };
  return (
    <TextField
      name="creditCode"
      label={t('page.creditCode')}
      hint={t('creditCode.hint')}
      error={found ?? error}
      defaultValue={defaultValue}
      maxLength={18}
      autoCapitalize="characters"
      spellCheck={false}
      onBlur={(event) => {
        event.currentTarget.value = event.currentTarget.value.trim().toUpperCase();
        void check(event.currentTarget.value);
      }}
    />
  );
}

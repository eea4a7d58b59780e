import { useTranslation } from 'react-i18next';
import { Button, buttonLook } from './button.tsx';

/**
 * A grave act in two steps, the button of its form: the first says what is about to happen, the second does it.
 * A disclosure, so that it works without script.
 * @param question what happens, in a sentence
 * @param keep       how one says no; “No, keep it” unless told
 */
export function ConfirmButton({
  label,
  question,
  keep,
  ...button
}: { label: string; question: string; keep?: string } & React.ComponentProps<'button'>) {
  const { t } = useTranslation();
  return (
    <details className="group open:border-s-4 open:border-seal open:ps-3">
      <summary className={`${buttonLook('grave')} group-open:float-end group-open:ms-3`}>
        <span className="group-open:hidden">{label}</span>
        <span className="hidden group-open:inline">{keep ?? t('confirm.keep')}</span>
      </summary>
      <p className="measure mb-2 text-sm">{question}</p>
      <Button look="main" {...button}>
        {label}
      </Button>
    </details>
  );
}

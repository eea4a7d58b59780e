import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface Refusal {
  code: string;
  detail?: string;
}

/** Why a sign-in was refused, in the reader's words. */
export function AuthNote({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useTranslation('accounts');
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (refusal) note.current?.focus();
  }, [refusal]);
  if (!refusal) return null;
  return (
    <p
      ref={note}
      role="alert"
      tabIndex={-1}
      className="mb-5 border-s-4 border-seal bg-alarm-wash px-4 py-3 outline-none"
    >
      {refusal.detail ?? t([`refusal.${refusal.code}`, 'refusal.other'])}
    </p>
  );
}

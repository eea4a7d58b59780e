import { useTranslation } from 'react-i18next';

/** Says that earlier words were brought back, and lets them go. */
export function DraftNote({ restored, discard }: { restored: boolean; discard(): void }) {
  const { t } = useTranslation();
  if (!restored) return null;
  return (
    <p role="status" className="mb-4 border-s-4 border-celadon bg-celadon-wash px-4 py-2 text-sm">
      {t('draft.restored')}{' '}
      <button type="button" className="link" onClick={discard}>
        {t('draft.discard')}
      </button>
    </p>
  );
}

import type { TourStop } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/text.ts';

/** What came of a visit. */
export function OutcomeNote({ outcome }: { outcome: NonNullable<TourStop['outcome']> }) {
  const { t } = useTranslation('tours');
  const { day } = useWords();
  return (
    <div className="mt-2 border-s-2 border-celadon ps-3">
      <p className="measure whitespace-pre-line">{outcome.text}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-2 text-sm text-faded">
        <span>{day(outcome.at)}</span>
        {outcome.dealId && (
          <Link to={`/deals/${outcome.dealId}`} className="link">
            {t('outcome.deal')}
          </Link>
        )}
      </p>
    </div>
  );
}

/** Writes down what came of a visit, and which deal. */
export function OutcomeForm({ stopId, outcome }: { stopId: string; outcome: TourStop['outcome'] }) {
  const { t } = useTranslation('tours');
  return (
    <details className="mt-2">
      <summary className="link">{outcome ? t('outcome.change') : t('outcome.write')}</summary>
      <Form method="post" className="mt-2 grid max-w-2xl gap-3">
        <input type="hidden" name="act" value="outcome" />
        <input type="hidden" name="stop" value={stopId} />
        <TextArea
          name="text"
          label={t('outcome.text')}
          defaultValue={outcome?.text ?? ''}
          rows={3}
          maxLength={2000}
          required
        />
        <TextField
          name="deal"
          label={t('outcome.dealAddress')}
          hint={t('outcome.dealHint')}
          defaultValue={outcome?.dealId ?? ''}
          maxLength={300}
        />
        <p>
          <Button>{t('outcome.save')}</Button>
        </p>
      </Form>
    </details>
  );
}

import type { TourStop } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';

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

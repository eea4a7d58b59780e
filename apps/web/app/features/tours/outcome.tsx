import type { TourStop } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';

/** Writes down what came of a visit, and which deal. */
export function OutcomeForm({
  stopId,
  outcome,
  dealId,
}: { stopId: string } & Pick<TourStop, 'outcome' | 'dealId'>) {
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
          defaultValue={dealId ?? ''}
          maxLength={300}
        />
        <p>
          <Button>{t('outcome.save')}</Button>
        </p>
      </Form>
    </details>
  );
}

/** Opens a deal with somebody who was met at a visit; it is noted there by itself. */
export function OpenDeal({ partner, stopId }: { partner: string; stopId: string }) {
  const { t } = useTranslation('tours');
  return (
    <p className="mt-2">
      <ButtonLink to={`/deals/new?with=${partner}&visit=${stopId}`}>{t('outcome.open')}</ButtonLink>
    </p>
  );
}

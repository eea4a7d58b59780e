import type { ProblemDocument, Shipment } from '@jiechuan/contract';
import { shipmentEventKinds } from '@jiechuan/contract/words';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';

/** What happened, where and when; the time is China's, where the alliance sits. */
export function EventForm({ shipment, problem }: { shipment: Shipment; problem?: ProblemDocument }) {
  const { t } = useTranslation(['shipments', 'words']);
  const at = (name: string) => errorAt(problem, name);
  const units = [...shipment.containers, ...shipment.parcels];
  return (
    <Form method="post" className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <ProblemNote problem={problem} />
      </div>
      <SelectField
        name="kind"
        label={t('shipments:event.kind')}
        options={shipmentEventKinds.map((kind) => ({ value: kind, label: t(`words:shipmentEvent.${kind}`) }))}
      />
      <TextField
        name="at"
        type="datetime-local"
        label={t('shipments:event.at')}
        hint={t('shipments:event.atHint')}
        required
        error={at('at')}
      />
      <TextField
        name="place"
        label={t('shipments:event.place')}
        required
        maxLength={200}
        error={at('place')}
      />
      <TextField
        name="source"
        label={t('shipments:event.source')}
        hint={t('shipments:event.sourceHint')}
        required
        maxLength={100}
        error={at('source')}
      />
      {units.length > 0 && (
        <SelectField
          name="unit"
          label={t('shipments:event.unit')}
          options={[
            { value: '', label: t('shipments:event.allUnits') },
            ...units.map((unit) => ({ value: unit, label: unit })),
          ]}
        />
      )}
      <TextArea
        name="note"
        label={t('shipments:event.note')}
        maxLength={500}
        error={at('note')}
        className="sm:col-span-2"
      />
      <p className="sm:col-span-2">
        <Button look="main">{t('shipments:event.record')}</Button>
      </p>
    </Form>
  );
}

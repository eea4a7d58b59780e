import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt, ProblemNote } from '../../ui/problem-note.tsx';

const units = ['H87', 'KGM', 'TNE', 'LTR', 'MTR', 'SET', 'PR'] as const;

export interface ShipmentFormProps {
  /** The organisation's own products, to be picked by name. */
  products: { id: string; name: string }[];
  problem?: ProblemDocument;
  /** What was typed, where it was refused. */
  values?: Record<string, string>;
}

/** Registers a shipment of one kind of goods; programs may send up to 200 lines. */
export function ShipmentForm({ products, problem, values = {} }: ShipmentFormProps) {
  const { t } = useTranslation(['shipments', 'words']);
  const countries = useCountries();
  const at = (name: string) => errorAt(problem, name);
  const list = (name: string) =>
    problem?.errors?.find(({ path }) => path.startsWith(`body.${name}`))?.message;
  return (
    <>
      <title>{t('shipments:new.title')}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{t('shipments:new.title')}</h1>
        <p className="measure mt-2 text-faded">{t('shipments:new.lead')}</p>
      </div>
      <ProblemNote problem={problem} />
      <Form method="post" className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <TextField
          name="reference"
          label={t('shipments:reference')}
          required
          maxLength={60}
          defaultValue={values['reference']}
          error={at('reference')}
        />
        <SelectField
          name="market"
          label={t('shipments:market')}
          defaultValue={values['market'] ?? 'HU'}
          options={countries.options()}
        />
        <SelectField
          name="productId"
          label={t('shipments:new.product')}
          defaultValue={values['productId'] ?? ''}
          options={[
            { value: '', label: t('shipments:new.noProduct') },
            ...products.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField
          name="description"
          label={t('shipments:new.description')}
          hint={t('shipments:new.descriptionHint')}
          maxLength={300}
          defaultValue={values['description']}
          error={at('lines.0.description')}
        />
        <TextField
          name="quantity"
          type="number"
          min={1}
          step={1}
          label={t('shipments:quantity')}
          required
          defaultValue={values['quantity']}
          error={at('lines.0.quantity')}
        />
        <SelectField
          name="unit"
          label={t('shipments:new.unit')}
          defaultValue={values['unit'] ?? 'H87'}
          options={units.map((unit) => ({ value: unit, label: t(`words:quantity.${unit}`) }))}
        />
        <TextField
          name="weightKg"
          type="number"
          min={0.001}
          step={0.001}
          label={t('shipments:new.weight')}
          required
          defaultValue={values['weightKg']}
          error={at('lines.0.grossWeightG')}
        />
        <span className="max-sm:hidden" />
        <TextArea
          name="containers"
          label={t('shipments:containers')}
          hint={t('shipments:new.containersHint')}
          defaultValue={values['containers']}
          error={list('containers')}
        />
        <TextArea
          name="parcels"
          label={t('shipments:parcels')}
          hint={t('shipments:new.parcelsHint')}
          defaultValue={values['parcels']}
          error={list('parcels')}
        />
        <p className="sm:col-span-2">
          <Button look="main">{t('shipments:new.register')}</Button>
        </p>
      </Form>
    </>
  );
}

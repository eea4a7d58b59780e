import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';

const units = ['H87', 'KGM', 'TNE', 'LTR', 'MTR', 'SET', 'PR'] as const;

export interface Typed {
  /** Products to be picked by name. */
  products: { id: string; name: string }[];
  problem?: ProblemDocument;
  /** What stands in the fields, by their names. */
  values: Record<string, string>;
}

/** One line of goods: a product or words, how many, how heavy. Its fields are named `lines.0.…`. */
export function GoodsFields({ products, problem, values, line }: Typed & { line: number }) {
  const { t } = useTranslation(['shipments', 'words']);
  const name = (field: string) => `lines.${line}.${field}`;
  return (
    <>
      <SelectField
        name={name('productId')}
        label={t('shipments:new.product')}
        defaultValue={values[name('productId')] ?? ''}
        options={[
          { value: '', label: t('shipments:new.noProduct') },
          ...products.map((product) => ({ value: product.id, label: product.name })),
        ]}
      />
      <TextField
        name={name('description')}
        label={t('shipments:new.description')}
        hint={t('shipments:new.descriptionHint')}
        maxLength={300}
        defaultValue={values[name('description')]}
        error={errorAt(problem, name('description'))}
      />
      <TextField
        name={name('quantity')}
        type="number"
        min={1}
        step={1}
        label={t('shipments:quantity')}
        required
        defaultValue={values[name('quantity')]}
        error={errorAt(problem, name('quantity'))}
      />
      <SelectField
        name={name('unit')}
        label={t('shipments:new.unit')}
        defaultValue={values[name('unit')] ?? 'H87'}
        options={units.map((unit) => ({ value: unit, label: t(`words:quantity.${unit}`) }))}
      />
      <TextField
        name={name('weightKg')}
        type="number"
        min={0.001}
        step={0.001}
        label={t('shipments:new.weight')}
        required
        defaultValue={values[name('weightKg')]}
        error={errorAt(problem, name('grossWeightG'))}
      />
      <span className="max-sm:hidden" />
    </>
  );
}

/** Containers and parcels, one a line. */
export function UnitFields({ problem, values }: Omit<Typed, 'products'>) {
  const { t } = useTranslation('shipments');
  const list = (name: string) =>
    problem?.errors?.find(({ path }) => path.startsWith(`body.${name}`))?.message;
  return (
    <>
      <TextArea
        name="containers"
        label={t('containers')}
        hint={t('new.containersHint')}
        defaultValue={values['containers']}
        error={list('containers')}
      />
      <TextArea
        name="parcels"
        label={t('parcels')}
        hint={t('new.parcelsHint')}
        defaultValue={values['parcels']}
        error={list('parcels')}
      />
    </>
  );
}

/** Reference and market. */
export function ShipmentFields({
  problem,
  values,
  countries,
}: Omit<Typed, 'products'> & { countries: { value: string; label: string }[] }) {
  const { t } = useTranslation('shipments');
  return (
    <>
      <TextField
        name="reference"
        label={t('reference')}
        required
        maxLength={60}
        defaultValue={values['reference']}
        error={errorAt(problem, 'reference')}
      />
      <SelectField
        name="market"
        label={t('market')}
        defaultValue={values['market'] ?? 'HU'}
        error={errorAt(problem, 'market')}
        options={countries}
      />
    </>
  );
}

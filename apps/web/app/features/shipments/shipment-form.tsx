import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { GoodsFields, ShipmentFields, UnitFields, type Typed } from './goods-fields.tsx';

export type ShipmentFormProps = Omit<Typed, 'values'> & Partial<Pick<Typed, 'values'>>;

/** Registers a shipment of one kind of goods; programs may send up to 200 lines. */
export function ShipmentForm({ products, problem, values = {} }: ShipmentFormProps) {
  const { t } = useTranslation('shipments');
  const typed = { products, problem, values };
  return (
    <>
      <title>{t('new.title')}</title>
      <div className="ledger-rule pt-4 pb-6">
        <h1 className="text-3xl">{t('new.title')}</h1>
        <p className="measure mt-2 text-faded">{t('new.lead')}</p>
      </div>
      <ProblemNote problem={problem} />
      <Form method="post" className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <ShipmentFields {...typed} countries={useCountries().options()} />
        <GoodsFields {...typed} line={0} />
        <UnitFields {...typed} />
        <p className="sm:col-span-2">
          <Button look="main">{t('new.register')}</Button>
        </p>
      </Form>
    </>
  );
}

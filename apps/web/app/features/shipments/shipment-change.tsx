import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { useCountries } from '../../ui/countries.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { GoodsFields, ShipmentFields, UnitFields, type Typed } from './goods-fields.tsx';

/** Corrects what was registered of a shipment: its reference, market, each line of goods, containers and parcels. */
export function ShipmentChange(
  props: Typed & { shipment: { id: string; reference: string; version: number; lines: number } },
) {
  const { t } = useTranslation('shipments');
  const { shipment, ...typed } = props;
  const title = t('change.title', { reference: shipment.reference });
  const lines = Array.from({ length: shipment.lines }, (_, line) => line);
  return (
    <>
      <title>{title}</title>
      <p>
        <Link to={`/shipments/${shipment.id}`} className="link">
          {t('change.back')}
        </Link>
      </p>
      <h1 className="mt-2 text-3xl wrap-anywhere">{title}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('change.lead')}</p>
      <ProblemNote problem={props.problem} />
      <Form method="post" className="grid max-w-3xl items-start gap-4 sm:grid-cols-2">
        <input type="hidden" name="version" value={shipment.version} />
        <ShipmentFields {...typed} countries={useCountries().options()} />
        {lines.map((line) =>
          shipment.lines === 1 ? (
            <GoodsFields key={line} {...typed} line={line} />
          ) : (
            <fieldset
              key={line}
              className="grid items-start gap-4 border-t border-rule pt-3 sm:col-span-2 sm:grid-cols-2"
            >
              <legend className="pe-3 font-medium">{t('change.line', { number: line + 1 })}</legend>
              <GoodsFields {...typed} line={line} />
            </fieldset>
          ),
        )}
        <UnitFields {...typed} />
        <p className="sm:col-span-2">
          <Button look="main">{t('change.save')}</Button>
        </p>
      </Form>
    </>
  );
}

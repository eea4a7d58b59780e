import type { createShipment, InputOf, Shipment } from '@jiechuan/contract';
import { wholeNumber } from '../../platform/forms.ts';

type Body = Pick<
  InputOf<typeof createShipment>['body'],
  'reference' | 'market' | 'lines' | 'containers' | 'parcels'
>;

/** What stands in a form's fields, by their names. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]));

/** A shipment as its form holds it; what doesn't fit is for the contract to refuse by name. */
export function shipmentOf(values: Record<string, string>): Body {
  const numbers = (name: string) =>
    (values[name] ?? '').split(/[\n,;，；]+/).filter((one) => one.trim() !== '');
  const count = Object.keys(values).filter((name) => /^lines\.\d+\.quantity$/.test(name)).length;
  const lines = Array.from({ length: count }, (_, at) => {
    const field = (name: string) => values[`lines.${at}.${name}`];
    return {
      productId: field('productId') || null,
      description: field('description') || null,
      quantity: wholeNumber(field('quantity')),
      unit: field('unit'),
      grossWeightG: Math.round(Number(field('weightKg')) * 1000),
    };
  });
  return {
    reference: values['reference'],
    market: values['market'],
    lines,
    containers: numbers('containers'),
    parcels: numbers('parcels'),
  } as Body;
}

/** A shipment's own values, by the names of the form's fields. */
export const fieldsOf = (shipment: Shipment): Record<string, string> => ({
  reference: shipment.reference,
  market: shipment.market,
  containers: shipment.containers.join('\n'),
  parcels: shipment.parcels.join('\n'),
  ...Object.fromEntries(
    shipment.lines.flatMap((line, at) =>
      Object.entries({
        productId: line.productId ?? '',
        description: line.description ?? '',
        quantity: String(line.quantity),
        unit: line.unit,
        weightKg: String(line.grossWeightG / 1000),
      }).map(([name, value]) => [`lines.${at}.${name}`, value]),
    ),
  ),
});

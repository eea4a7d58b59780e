import { createShipment, listMyProducts, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/shipment-new';
import { ShipmentForm } from '../features/shipments/shipment-form.tsx';
import { wholeNumber } from '../platform/forms.ts';
import { attempt, personOf, readerContext } from '../platform/reader.ts';
import { inLanguage } from '../ui/text.ts';

export const handle = { texts: ['shipments', 'words', 'countries'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  const { language } = context.get(readerContext);
  // Whoever makes nothing ships goods in words.
  const mine = await attempt(context, listMyProducts, { query: { limit: 100 } });
  const items = mine.ok ? mine.value.items : [];
  return { products: items.map(({ id, names }) => ({ id, name: inLanguage(names, language).text })) };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value).trim()]),
  );
  const done = await attempt(context, createShipment, { body: bodyOf(values) });
  return done.ok
    ? redirect(`/shipments/${done.value.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });
}

function bodyOf(values: Record<string, string>): InputOf<typeof createShipment>['body'] {
  const numbers = (name: string) =>
    (values[name] ?? '').split(/[\n,;，；]+/).filter((one) => one.trim() !== '');
  return {
    reference: values['reference'],
    market: values['market'],
    lines: [
      {
        productId: values['productId'] || null,
        description: values['description'] || null,
        quantity: wholeNumber(values['quantity']),
        unit: values['unit'],
        grossWeightG: Math.round(Number(values['weightKg']) * 1000),
      },
    ],
    containers: numbers('containers'),
    parcels: numbers('parcels'),
  } as InputOf<typeof createShipment>['body'];
}

export default function ShipmentNew({ loaderData, actionData }: Route.ComponentProps) {
  return <ShipmentForm {...loaderData} problem={actionData?.problem} values={actionData?.values} />;
}

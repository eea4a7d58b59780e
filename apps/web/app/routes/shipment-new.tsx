import { createShipment } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/shipment-new';
import { productChoices } from '../features/shipments/product-choices.server.ts';
import { ShipmentForm } from '../features/shipments/shipment-form.tsx';
import { shipmentOf, typedIn } from '../features/shipments/shipment-values.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['shipments', 'words', 'countries'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  return { products: await productChoices(context) };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = typedIn(await request.formData());
  const done = await attempt(context, createShipment, { body: shipmentOf(values) });
  return done.ok
    ? redirect(`/shipments/${done.value.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function ShipmentNew({ loaderData, actionData }: Route.ComponentProps) {
  return <ShipmentForm {...loaderData} problem={actionData?.problem} values={actionData?.values} />;
}

import { getShipment, updateShipment } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/shipment-change';
import { productChoices } from '../features/shipments/product-choices.server.ts';
import { ShipmentChange } from '../features/shipments/shipment-change.tsx';
import { fieldsOf, shipmentOf, typedIn } from '../features/shipments/shipment-values.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';
import { inLanguage } from '../ui/text.ts';

export const handle = { texts: ['shipments', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const { language } = context.get(readerContext);
  const [shipment, own] = await Promise.all([
    read(context, getShipment, { params }),
    productChoices(context),
  ]);
  // One that has ended, or that is somebody else's, is read and no more.
  if (!shipment.mayCorrect) throw redirect(`/shipments/${params.id}`);
  const shipped = shipment.lines.flatMap(({ productId, productNames }) =>
    productId === null ? [] : [{ id: productId, name: inLanguage(productNames, language).text }],
  );
  const products = [...new Map([...shipped, ...own].map((one) => [one.id, one])).values()];
  const { id, reference, version, lines } = shipment;
  return {
    products,
    shipment: { id, reference, version, lines: lines.length },
    values: fieldsOf(shipment),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = typedIn(await request.formData());
  const done = await attempt(
    context,
    updateShipment,
    { params, body: shipmentOf(values) },
    { ifMatch: Number(values['version']) },
  );
  return done.ok
    ? redirect(`/shipments/${params.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });
}

export default function ShipmentChangeRoute({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <ShipmentChange
      {...loaderData}
      problem={actionData?.problem}
      values={actionData?.values ?? loaderData.values}
    />
  );
}

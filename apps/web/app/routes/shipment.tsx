import { getShipment, recordShipmentEvent, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/shipment';
import { ShipmentPage } from '../features/shipments/shipment-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['shipments', 'freight', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  return read(context, getShipment, { params });
}

/** A time typed is China's: a time of day without a zone would be the server's own. */
const instantOf = (typed: unknown): string => {
  const at = new Date(`${String(typed)}+08:00`);
  return Number.isNaN(at.getTime()) ? String(typed) : at.toISOString();
};

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const { at, ...values } = valuesOf(await request.formData());
  const done = await attempt(context, recordShipmentEvent, {
    params,
    body: { ...values, at: instantOf(at) } as InputOf<typeof recordShipmentEvent>['body'],
  });
  return done.ok
    ? redirect(`/shipments/${params.id}`)
    : data({ problem: done.problem }, { status: done.problem.status });
}

export default function ShipmentRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ShipmentPage shipment={loaderData} problem={actionData?.problem} />;
}

import { listShipments, type InputOf } from '@jiechuan/contract';
import type { Route } from './+types/shipments';
import { ShipmentList } from '../features/shipments/shipment-list.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['shipments', 'words', 'countries'] };

/** Roles whose organisations ship, as the server's policy has it. */
const shippers = ['enterprise', 'merchant', 'association', 'provider', 'post'];

export async function loader({ context, request }: Route.LoaderArgs) {
  const person = personOf(context);
  const query = queryOf(request) as InputOf<typeof listShipments>['query'];
  return {
    found: await read(context, listShipments, { query }),
    mayRegister: shippers.includes(person.role),
  };
}

export default function Shipments({ loaderData }: Route.ComponentProps) {
  return <ShipmentList {...loaderData} />;
}

import { getMember, getShipment, listMembers, updateShipment } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/shipment-parties';
import { everyHub } from '../features/freight/every-hub.server.ts';
import { PartiesForm } from '../features/shipments/parties-form.tsx';
import { changeOf, partiesOf, withLeg, withoutLeg } from '../features/shipments/parties-values.ts';
import { typedIn } from '../features/shipments/shipment-values.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['shipments', 'words'] };

type Context = Route.ActionArgs['context'];

const hubsFor = async (context: Context) =>
  (await everyHub(context)).map(({ id, names, zone }) => ({ id, names, zone }));

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const shipment = await read(context, getShipment, { params });
  // One that has ended, or that is somebody else's, is read and no more.
  if (!shipment.mayCorrect) throw redirect(`/shipments/${params.id}`);
  const { id, reference, version, consignee, carrier } = shipment;
  return {
    shipment: { id, reference, version },
    hubs: await hubsFor(context),
    members: [consignee, carrier].filter((party) => party !== null),
    values: partiesOf(shipment),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const { act = 'save', ...values } = typedIn(await request.formData());
  const asked = await membersFor(context, values);
  if (act === 'find') return { ...asked, values, done: 'find' as const };
  if (act === 'add') return { ...asked, values: withLeg(values), done: 'add' as const };
  if (act.startsWith('out.')) return { ...asked, values: withoutLeg(values, Number(act.slice(4))) };
  const saved = await attempt(
    context,
    updateShipment,
    { params, body: changeOf(values, await hubsFor(context)) },
    { ifMatch: Number(values['version']) },
  );
  return saved.ok
    ? redirect(`/shipments/${params.id}`)
    : data({ ...asked, values, problem: saved.problem }, { status: saved.problem.status });
}

/** Whom the words find, and who is chosen already. */
async function membersFor(context: Context, values: Record<string, string>) {
  const q = values['find'] ?? '';
  const search = q === '' ? null : await attempt(context, listMembers, { query: { q, limit: 20 } });
  const found = search?.ok ? search.value.items : [];
  const members = found.map(({ id, names }) => ({ id, names }));
  for (const name of ['consigneeOrganisationId', 'carrierOrganisationId']) {
    const id = values[name];
    if (!id || members.some((one) => one.id === id)) continue;
    const chosen = await attempt(context, getMember, { params: { id } });
    if (chosen.ok) members.push({ id, names: chosen.value.names });
  }
  return {
    members,
    found: search && { shown: found.length, more: search.ok ? search.value.total - found.length : 0 },
  };
}

export default function ShipmentParties({ loaderData, actionData }: Route.ComponentProps) {
  const { members, ...page } = loaderData;
  const known = new Map([...members, ...(actionData?.members ?? [])].map((one) => [one.id, one]));
  return <PartiesForm {...page} found={null} {...actionData} members={[...known.values()]} />;
}

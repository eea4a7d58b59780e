import { chooseOrganisation, listMyOrganisations } from '@jiechuan/contract';
import { data, redirect, redirectDocument } from 'react-router';
import type { Route } from './+types/organisations';
import { OrganisationsPage } from '../features/accounts/organisations-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['accounts'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  return read(context, listMyOrganisations, { query: { limit: 100, ...(cursor && { cursor }) } });
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const { id } = valuesOf(await request.formData());
  const done = await attempt(context, chooseOrganisation, { params: { id: String(id) } });
  if (!done.ok) return data({ problem: done.problem }, { status: done.problem.status });
  // Whom one acts for has changed, and with it what every page may show: one stands at that organisation.
  return redirectDocument('/organisation');
}

export default function Organisations({ loaderData, actionData }: Route.ComponentProps) {
  return <OrganisationsPage page={loaderData} {...actionData} />;
}

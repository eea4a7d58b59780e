import { listVisaNotes } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/visa-notes';
import { VisaNotesPage } from '../features/tours/visa-notes-page.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['tours', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { role } = personOf(context);
  const { country } = queryOf(request);
  if (typeof country === 'string' && country !== '')
    throw redirect(`/visa-notes/${encodeURIComponent(country)}`);
  const { items } = await read(context, listVisaNotes, {});
  return { notes: items, corrects: role === 'secretariat' };
}

export default function VisaNotes({ loaderData }: Route.ComponentProps) {
  return <VisaNotesPage {...loaderData} />;
}

import { getGathering } from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/gathering-check-in';
import { CheckInPage } from '../features/gatherings/check-in-page.tsx';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { id } = personOf(context);
  const gathering = await read(context, getGathering, { params });
  if (!gathering.kept) throw data(null, { status: 403 });
  return { gathering, reader: id };
}

export default function GatheringCheckIn({ loaderData }: Route.ComponentProps) {
  return <CheckInPage {...loaderData} />;
}

import { getMember } from '@jiechuan/contract';
import type { Route } from './+types/member';
import { MemberPage } from '../features/members/member-page.tsx';
import { read } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries'] };

export function loader({ context, params }: Route.LoaderArgs) {
  return read(context, getMember, { params: { id: params.id } });
}

export default function Member({ loaderData }: Route.ComponentProps) {
  return <MemberPage member={loaderData} />;
}

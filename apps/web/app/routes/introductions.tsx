import { listIntroductions, type InputOf } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/introductions';
import { IntroductionList } from '../features/network/introduction-list.tsx';
import { queryOf } from '../platform/query.ts';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['network', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  if (personOf(context).organisationId === null) throw redirect('/apply');
  const query = queryOf(request) as InputOf<typeof listIntroductions>['query'];
  const totalOf = async (part: 'asked' | 'toAnswer' | 'answered') =>
    (await read(context, listIntroductions, { query: { part, limit: 1 } })).total;
  const [asked, toAnswer, answered] = await Promise.all([
    totalOf('asked'),
    totalOf('toAnswer'),
    totalOf('answered'),
  ]);
  // What waits for us comes first; where nothing does, what we wait for.
  const part = query?.part ?? (toAnswer > 0 ? 'toAnswer' : 'asked');
  return {
    found: await read(context, listIntroductions, { query: { ...query, part } }),
    part,
    counts: { asked, toAnswer, answered },
  };
}

export default function Introductions({ loaderData }: Route.ComponentProps) {
  return <IntroductionList {...loaderData} />;
}

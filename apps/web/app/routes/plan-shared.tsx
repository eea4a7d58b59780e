import { openSharedPlan } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/plan-shared';
import { planData } from '../features/plans/plan-data.server.ts';
import { PlanView } from '../features/plans/plan-page.tsx';
import { attempt, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['plans', 'words', 'countries'] };

/** The address is the key: it is in no search engine and in no Referer, and no copy of the page is kept. */
export const headers = () => ({
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'cache-control': 'no-store',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { language, address } = context.get(readerContext);
  const search = new URL(request.url).searchParams;
  const found = await attempt(context, openSharedPlan, { query: { token: search.get('token') ?? '' } });
  if (found.ok) return planData(found.value, search.get('road'), language);
  const { status } = found.problem;
  if (status === 401) throw redirect(`/sign-in?${new URLSearchParams({ next: address })}`);
  // A link that was never made looks like one that was closed.
  throw data(found.problem, { status: status === 400 || status === 422 ? 404 : status });
}

export default function PlanShared({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <meta name="referrer" content="no-referrer" />
      <PlanView {...loaderData} earlier={null} />
    </>
  );
}

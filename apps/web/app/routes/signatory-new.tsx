import {
  listCharterVersions,
  listMembers,
  recordSignatory,
  type InputOf,
  type OrganisationCard,
} from '@jiechuan/contract';
import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/signatory-new';
import { SignatoryForm, type SignatoryValues } from '../features/members/signatory-form.tsx';
import { valuesOf, wholeNumber } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['members'] };

export async function loader({ context }: Route.LoaderArgs) {
  if (personOf(context).role !== 'secretariat') throw data(null, { status: 403 });
  const { items } = await read(context, listCharterVersions, { query: { limit: 100 } });
  // A signature stands under a text: without one there is nothing to sign.
  if (items.length === 0) throw redirect('/charter/new');
  return { versions: items, once: crypto.randomUUID() };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { once, ...values } = valuesOf(await request.formData());
  const entered = values as SignatoryValues;
  const candidates = entered.organisation ? await membersCalled(context, entered.organisation) : undefined;
  const chosen =
    candidates &&
    (candidates.find(({ id }) => id === entered.organisationId) ?? exactly(candidates, entered));
  if (candidates && !chosen) return data({ entered, candidates }, { status: 422 });
  const done = await attempt(
    context,
    recordSignatory,
    {
      body: {
        names: entered.names ?? {},
        organisationId: chosen?.id ?? null,
        signedOn: entered.signedOn,
        charterNumber: wholeNumber(entered.charterNumber),
      } as InputOf<typeof recordSignatory>['body'],
    },
    typeof once === 'string' ? { idempotencyKey: once } : {},
  );
  if (done.ok) return redirect('/charter#signatories');
  return data({ problem: done.problem, entered, candidates }, { status: done.problem.status });
}

/** Admitted members that the words find, the best eight. */
async function membersCalled(
  context: Readonly<RouterContextProvider>,
  words: string,
): Promise<OrganisationCard[]> {
  const found = await attempt(context, listMembers, { query: { q: words, limit: 8 } });
  return found.ok ? found.value.items : [];
}

/** The only member that bears just this name. */
function exactly(members: readonly OrganisationCard[], { organisation }: SignatoryValues) {
  const bearers = members.filter(({ names }) => Object.values(names).includes(organisation!.trim()));
  return bearers.length === 1 ? bearers[0] : undefined;
}

export default function SignatoryNew({ loaderData, actionData }: Route.ComponentProps) {
  return <SignatoryForm {...loaderData} {...actionData} />;
}

import {
  getGathering,
  listMeetingOutcomes,
  listOwnRegistrations,
  moveGathering,
  register,
  withdrawRegistration,
  type InputOf,
} from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/gathering';
import { GatheringPage } from '../features/gatherings/gathering-page.tsx';
import { codesOf } from '../features/gatherings/gathering-values.ts';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['gatherings', 'countries'] };

/** What was refused was refused because something else had happened: the page shows that, too. */
export const shouldRevalidate = () => true;

export async function loader({ context, params }: Route.LoaderArgs) {
  const { reader } = context.get(readerContext);
  const gathering = await read(context, getGathering, { params });
  const met =
    gathering.kept && gathering.matchmaking
      ? await read(context, listMeetingOutcomes, { params, query: { limit: 1 } })
      : null;
  const outcomes = met && met.totals.begun > 0 ? met.totals : null;
  if (!reader?.organisationId) return { gathering, outcomes, own: null, guest: null };
  // Who can't register has no registrations, either.
  const found = await attempt(context, listOwnRegistrations, { query: { gathering: params.id } });
  return {
    gathering,
    outcomes,
    own: found.ok ? (found.value.items[0] ?? null) : null,
    guest: found.ok ? reader.name : null,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const done = await perform(context, params, valuesOf(await request.formData()));
  return done.ok
    ? redirect(`/gatherings/${params.id}`)
    : data({ problem: done.problem }, { status: done.problem.status });
}

async function perform(context: Route.ActionArgs['context'], params: { id: string }, values: FormValues) {
  switch (values['act']) {
    case 'register': {
      const { person, note = null } = values;
      const body = { person, note, languages: codesOf(values['languages']) } as InputOf<
        typeof register
      >['body'];
      return attempt(context, register, { params, body });
    }
    case 'withdraw':
      return attempt(context, withdrawRegistration, { params: { id: String(values['registration']) } });
    default: {
      const { to, version } = values;
      const body = { to } as InputOf<typeof moveGathering>['body'];
      return attempt(context, moveGathering, { params, body }, { ifMatch: Number(version) });
    }
  }
}

export default function GatheringRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <GatheringPage {...loaderData} problem={actionData?.problem} />;
}

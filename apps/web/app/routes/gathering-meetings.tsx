import {
  answerWish,
  getGathering,
  getMatchmaking,
  listParticipants,
  setUnavailable,
  stateWish,
  withdrawWish,
  type InputOf,
} from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/gathering-meetings';
import { MeetingsPage } from '../features/gatherings/meetings-page.tsx';
import { valuesOf, wholeNumber, type FormValues } from '../platform/forms.ts';
import { queryOf } from '../platform/query.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings', 'countries'] };

export const shouldRevalidate = () => true;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listParticipants>['query'];
  return {
    gathering: await read(context, getGathering, { params }),
    matchmaking: await read(context, getMatchmaking, { params }),
    participants: await read(context, listParticipants, { params, query }),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const done = await perform(context, params, valuesOf(await request.formData()));
  return done.ok ? null : data({ problem: done.problem }, { status: done.problem.status });
}

async function perform(context: Route.ActionArgs['context'], { id }: { id: string }, values: FormValues) {
  const wish = { id: String(values['wish']) };
  switch (values['act']) {
    case 'wish': {
      const { kind, why = null } = values;
      const body = { kind, why } as InputOf<typeof stateWish>['body'];
      return attempt(context, stateWish, { params: { id, organisationId: String(values['other']) }, body });
    }
    case 'withdrawWish':
      return attempt(context, withdrawWish, { params: wish });
    case 'unavailable': {
      const slots = ((values['slots'] ?? []) as string[]).map(wholeNumber) as number[];
      return attempt(context, setUnavailable, { params: { id }, body: { slots } });
    }
    default: {
      const body = { answer: values['act'] } as InputOf<typeof answerWish>['body'];
      return attempt(context, answerWish, { params: wish, body });
    }
  }
}

export default function GatheringMeetings({ loaderData, actionData }: Route.ComponentProps) {
  return <MeetingsPage {...loaderData} problem={actionData?.problem} />;
}

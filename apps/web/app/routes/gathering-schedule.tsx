import {
  getGathering,
  getInterpreting,
  getSchedule,
  listPlaces,
  placeMeeting,
  publishSchedule,
  releaseMeetings,
  resolveSchedule,
  solveSchedule,
  type InputOf,
} from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/gathering-schedule';
import { InterpretingSection } from '../features/gatherings/interpreting.tsx';
import { SchedulePage } from '../features/gatherings/schedule-page.tsx';
import { valuesOf, wholeNumber, type FormValues } from '../platform/forms.ts';
import { queryOf } from '../platform/query.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export const shouldRevalidate = () => true;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const { a, b, slot, q } = queryOf(request) as Record<string, string | undefined>;
  const from = slot === undefined ? {} : { slot };
  const gathering = await read(context, getGathering, { params });
  const schedule = await read(context, getSchedule, { params, query: { ...from, ...(q && { q }) } });
  const interpreting = await read(context, getInterpreting, { params, query: from });
  // A meeting that the address names may be in the schedule no more.
  const looked =
    typeof a === 'string' && typeof b === 'string' && schedule.booked > 0
      ? await attempt(context, listPlaces, { params: { ...params, a, b } })
      : null;
  return { gathering, schedule, interpreting, places: looked?.ok ? looked.value : null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const done = await perform(context, params, valuesOf(await request.formData()));
  return done.ok ? null : data({ problem: done.problem }, { status: done.problem.status });
}

async function perform(context: Route.ActionArgs['context'], params: { id: string }, values: FormValues) {
  const version = { ifMatch: Number(values['version']) };
  const body = { seconds: wholeNumber(values['seconds']) } as InputOf<typeof solveSchedule>['body'];
  switch (values['act']) {
    case 'publish':
      return attempt(context, publishSchedule, { params }, version);
    case 'release':
      return attempt(context, releaseMeetings, { params }, version);
    case 'place': {
      const { a, b, slot, fixed } = values;
      const place = { slot: wholeNumber(slot), fixed: fixed === 'true' };
      const input = {
        params: { ...params, a: String(a), b: String(b) },
        body: place as InputOf<typeof placeMeeting>['body'],
      };
      return attempt(context, placeMeeting, input, version);
    }
    case 'again':
      return attempt(context, resolveSchedule, { params, body });
    default:
      return attempt(context, solveSchedule, { params, body });
  }
}

export default function GatheringSchedule({ loaderData, actionData }: Route.ComponentProps) {
  const { interpreting, ...page } = loaderData;
  return (
    <>
      <SchedulePage {...page} problem={actionData?.problem} />
      <div className="mt-8">
        <InterpretingSection gathering={page.gathering} interpreting={interpreting} />
      </div>
    </>
  );
}

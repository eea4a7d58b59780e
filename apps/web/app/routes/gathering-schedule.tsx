import {
  getGathering,
  getInterpreting,
  getSchedule,
  listPlaces,
  listSwaps,
  placeMeeting,
  publishSchedule,
  releaseMeetings,
  releaseSomeMeetings,
  resolveSchedule,
  solveSchedule,
  swapMeetings,
  takeMeetingsBackIn,
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
  const { a, b, swap, slot, q } = queryOf(request) as Record<string, string | undefined>;
  const from = slot === undefined ? {} : { slot };
  const gathering = await read(context, getGathering, { params });
  const schedule = await read(context, getSchedule, { params, query: { ...from, ...(q && { q }) } });
  const interpreting = await read(context, getInterpreting, { params, query: from });
  // A meeting that the address names may be in the schedule no more.
  const looked =
    typeof a === 'string' && typeof b === 'string' && schedule.booked > 0
      ? await attempt(context, listPlaces, { params: { ...params, a, b } })
      : null;
  const places = looked?.ok ? looked.value : null;
  const at = wholeNumber(swap);
  const others =
    places && typeof at === 'number'
      ? await attempt(context, listSwaps, {
          params: { ...params, a: places.a.id, b: places.b.id },
          query: { slot: at },
        })
      : null;
  return { gathering, schedule, interpreting, places, swaps: others?.ok ? others.value : null };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const done = await perform(context, params, valuesOf(await request.formData()));
  return done.ok ? null : data({ problem: done.problem }, { status: done.problem.status });
}

/** Meetings that a form names, each by its two. */
const meetingsIn = (values: FormValues): { a: string; b: string }[] =>
  [values['meeting'] ?? []].flat().map((meeting) => {
    const [a = '', b = ''] = String(meeting).split(' ');
    return { a, b };
  });

async function perform(context: Route.ActionArgs['context'], params: { id: string }, values: FormValues) {
  const version = { ifMatch: Number(values['version']) };
  const body = {
    seconds: wholeNumber(values['seconds']),
    without: meetingsIn(values),
    ...('heedInterpreters' in values && { heedInterpreters: values['heedInterpreters'] === 'true' }),
  } as InputOf<typeof solveSchedule>['body'];
  switch (values['act']) {
    case 'publish':
      return attempt(context, publishSchedule, { params }, version);
    case 'release':
      return attempt(context, releaseMeetings, { params }, version);
    case 'releaseSome':
      return attempt(
        context,
        releaseSomeMeetings,
        { params, body: { meetings: meetingsIn(values) } },
        version,
      );
    case 'takeBackIn':
      return attempt(
        context,
        takeMeetingsBackIn,
        { params, body: { meetings: meetingsIn(values) } },
        version,
      );
    case 'swap': {
      const input = {
        params: { ...params, a: String(values['a']), b: String(values['b']) },
        body: { other: meetingsIn(values)[0]!, fixed: true },
      };
      return attempt(context, swapMeetings, input, version);
    }
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

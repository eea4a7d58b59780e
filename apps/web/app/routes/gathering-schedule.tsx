import {
  getGathering,
  getInterpreting,
  getSchedule,
  publishSchedule,
  solveSchedule,
  type InputOf,
} from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/gathering-schedule';
import { InterpretingSection } from '../features/gatherings/interpreting.tsx';
import { SchedulePage } from '../features/gatherings/schedule-page.tsx';
import { valuesOf, wholeNumber } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export const shouldRevalidate = () => true;

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  return {
    gathering: await read(context, getGathering, { params }),
    schedule: await read(context, getSchedule, { params }),
    interpreting: await read(context, getInterpreting, { params }),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const body = { seconds: wholeNumber(values['seconds']) } as InputOf<typeof solveSchedule>['body'];
  const done =
    values['act'] === 'publish'
      ? await attempt(context, publishSchedule, { params }, { ifMatch: Number(values['version']) })
      : await attempt(context, solveSchedule, { params, body });
  return done.ok ? null : data({ problem: done.problem }, { status: done.problem.status });
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

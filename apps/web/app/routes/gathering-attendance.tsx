import { getGathering, listAttendance, setAttendance, type InputOf } from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/gathering-attendance';
import { AttendancePage } from '../features/gatherings/attendance-page.tsx';
import { valuesOf, wholeNumber } from '../platform/forms.ts';
import { queryOf } from '../platform/query.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export const shouldRevalidate = () => true;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listAttendance>['query'];
  const gathering = await read(context, getGathering, { params });
  return {
    gathering,
    begun: Date.parse(gathering.startsAt) <= Date.now(),
    found: await read(context, listAttendance, { params, query }),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const slots = ((values['slots'] ?? []) as string[]).map(wholeNumber) as number[];
  const done = await attempt(context, setAttendance, {
    params: { id: params.id, organisationId: String(values['organisation']) },
    body: { absent: values['act'] === 'absent', slots },
  });
  return done.ok ? null : data({ problem: done.problem }, { status: done.problem.status });
}

export default function GatheringAttendance({ loaderData, actionData }: Route.ComponentProps) {
  return <AttendancePage {...loaderData} problem={actionData?.problem} />;
}

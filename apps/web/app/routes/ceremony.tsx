import {
  callNext,
  getCeremony,
  getSigningBoard,
  listOwnSlots,
  moveCeremony,
  placeSlot,
  type InputOf,
  type OwnSlot,
} from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/ceremony';
import { CeremonyPage } from '../features/board/ceremony-page.tsx';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['ceremonies', 'board', 'deals', 'words', 'countries'] };

/** What was refused was refused because something else had happened: the page shows that, too. */
export const shouldRevalidate = () => true;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { id } = params;
  const { reader } = context.get(readerContext);
  const ceremony = await read(context, getCeremony, { params: { id } });
  const board = await read(context, getSigningBoard, {});
  let own: OwnSlot[] = [];
  if (reader?.organisationId) {
    // Who is party of no contract has none here.
    const found = await attempt(context, listOwnSlots, { query: { ceremony: id } });
    if (found.ok) own = found.value.items;
  }
  return {
    ceremony,
    board,
    own,
    screen: new URL(request.url).searchParams.has('screen'),
    keeps: reader?.role === 'secretariat',
    now: new Date().toISOString(),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const done = await perform(context, params.id, values);
  return done.ok
    ? redirect(`/board/ceremonies/${params.id}`)
    : data({ problem: done.problem }, { status: done.problem.status });
}

async function perform(context: Route.ActionArgs['context'], id: string, values: FormValues) {
  switch (values['act']) {
    case 'call':
      return attempt(context, callNext, { params: { id } });
    case 'place': {
      const { slot, direction } = values;
      return attempt(context, placeSlot, {
        params: { id: String(slot) },
        body: { direction } as InputOf<typeof placeSlot>['body'],
      });
    }
    default: {
      const { to, version } = values;
      const body = { to } as InputOf<typeof moveCeremony>['body'];
      return attempt(context, moveCeremony, { params: { id }, body }, { ifMatch: Number(version) });
    }
  }
}

export default function CeremonyRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <CeremonyPage {...loaderData} problem={actionData?.problem} />;
}

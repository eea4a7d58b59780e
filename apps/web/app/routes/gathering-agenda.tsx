import {
  getAgenda,
  getGathering,
  giveFeedback,
  recordMeetingOutcome,
  subscribeToAgenda,
  unsubscribeFromAgenda,
  type InputOf,
} from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/gathering-agenda';
import { dealIn } from '../features/deals/deal-in.ts';
import { AgendaPage } from '../features/gatherings/agenda-page.tsx';
import { valuesOf, wholeNumber } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['gatherings'] };

export const shouldRevalidate = () => true;

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  return {
    gathering: await read(context, getGathering, { params }),
    agenda: await read(context, getAgenda, { params }),
    now: new Date().toISOString(),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const own = { params: { id: String(values['registration']) } };
  if (values['act'] === 'subscribe') {
    const made = await attempt(context, subscribeToAgenda, own);
    if (made.ok) return data({ url: made.value.url, problem: undefined });
    return data({ url: undefined, problem: made.problem }, { status: made.problem.status });
  }
  if (values['act'] === 'outcome') {
    const { came, text = null, note = null, followUp = null, deal } = values;
    const told = await attempt(context, recordMeetingOutcome, {
      params: { id: String(values['meeting']) },
      body: { came, text, note, followUp, dealId: dealIn(deal) } as InputOf<
        typeof recordMeetingOutcome
      >['body'],
    });
    return told.ok ? null : data({ values, problem: told.problem }, { status: told.problem.status });
  }
  const { rating, text = null } = values;
  const body = { rating: wholeNumber(rating), text } as InputOf<typeof giveFeedback>['body'];
  const done =
    values['act'] === 'unsubscribe'
      ? await attempt(context, unsubscribeFromAgenda, own)
      : await attempt(context, giveFeedback, { ...own, body });
  return done.ok ? null : data({ url: undefined, problem: done.problem }, { status: done.problem.status });
}

export default function GatheringAgenda({ loaderData, actionData }: Route.ComponentProps) {
  return <AgendaPage {...loaderData} {...actionData} />;
}

import {
  answerPaper,
  getPaper,
  issuePaper,
  listMembers,
  recallPaper,
  submitPaper,
  updatePaper,
  type InputOf,
  type PaperPage,
} from '@jiechuan/contract';
import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/paper';
import { PaperView, type Refused } from '../features/papers/paper-page.tsx';
import { contentOf } from '../features/papers/paper-values.ts';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read, type Attempt } from '../platform/reader.ts';

export const handle = { texts: ['papers', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const paper = await read(context, getPaper, { params: { id: params.id } });
  const application = paper.kind === 'originApplication' || paper.kind === 'carnetApplication';
  const councils =
    application && paper.state === 'issued' && paper.reader === 'seller'
      ? (await read(context, listMembers, { query: { kind: ['council'], limit: 50 } })).items
      : [];
  return { paper, councils: councils.map(({ id, names }) => ({ id, names })) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const act = String(values['act']);
  const done = await change(context, params.id, act, values);
  return done.ok
    ? redirect(`/papers/${params.id}`)
    : data({ problem: done.problem, act, values }, { status: done.problem.status });
}

async function change(
  context: Readonly<RouterContextProvider>,
  id: string,
  act: string,
  values: FormValues,
): Promise<Attempt<PaperPage>> {
  const params = { id };
  const ifMatch = Number(values['version']);
  switch (act) {
    case 'issue':
      return attempt(context, issuePaper, { params }, { ifMatch });
    case 'recall':
      return attempt(context, recallPaper, { params }, { ifMatch });
    case 'submit': {
      const body = { councilId: values['councilId'] } as InputOf<typeof submitPaper>['body'];
      return attempt(context, submitPaper, { params, body }, { ifMatch });
    }
    case 'certify': {
      const { certificateNumber } = values;
      const body = { state: 'certified', certificateNumber } as InputOf<typeof answerPaper>['body'];
      return attempt(context, answerPaper, { params, body }, { ifMatch });
    }
    case 'return': {
      const body = { state: 'returned', note: values['note'] } as InputOf<typeof answerPaper>['body'];
      return attempt(context, answerPaper, { params, body }, { ifMatch });
    }
    default: {
      const paper = await read(context, getPaper, { params });
      return attempt(context, updatePaper, { params, body: contentOf(values, paper) }, { ifMatch });
    }
  }
}

export default function PaperRoute({ loaderData, actionData }: Route.ComponentProps) {
  const { paper } = loaderData;
  return (
    <PaperView key={`${paper.id}${paper.version}`} {...loaderData} {...((actionData ?? {}) as Refused)} />
  );
}

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
  if (act === 'save' || act === 'issue') {
    // What is typed goes with it: a paper is never issued without the changes that stand in its form.
    const saved = await save(context, params.id, values);
    if (!saved.ok)
      return data({ problem: saved.problem, act: 'save', values }, { status: saved.problem.status });
    if (act === 'issue') {
      const { version: ifMatch } = saved.value;
      const issued = await attempt(context, issuePaper, { params: { id: params.id } }, { ifMatch });
      if (!issued.ok)
        return data({ problem: issued.problem, act, saved: saved.value }, { status: issued.problem.status });
    }
    return redirect(`/papers/${params.id}`);
  }
  const done = await change(context, params.id, act, values);
  return done.ok
    ? redirect(`/papers/${params.id}`)
    : data({ problem: done.problem, act, values }, { status: done.problem.status });
}

type Context = Readonly<RouterContextProvider>;

async function save(context: Context, id: string, values: FormValues): Promise<Attempt<PaperPage>> {
  const params = { id };
  const paper = await read(context, getPaper, { params });
  const ifMatch = Number(values['version']);
  return attempt(context, updatePaper, { params, body: contentOf(values, paper) }, { ifMatch });
}

async function change(
  context: Context,
  id: string,
  act: string,
  values: FormValues,
): Promise<Attempt<PaperPage>> {
  const params = { id };
  const ifMatch = Number(values['version']);
  switch (act) {
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
    default:
      return attempt(context, recallPaper, { params }, { ifMatch });
  }
}

export default function PaperRoute({ loaderData, actionData }: Route.ComponentProps) {
  const refused = (actionData ?? {}) as Refused & { saved?: PaperPage };
  // Refused once it was saved: what was saved is newer than what the page was loaded with.
  const paper = refused.saved ?? loaderData.paper;
  return (
    <PaperView
      key={`${paper.id}${paper.version}`}
      {...refused}
      paper={paper}
      councils={loaderData.councils}
    />
  );
}

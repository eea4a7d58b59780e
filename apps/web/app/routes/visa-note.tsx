import { getVisaNote, keepVisaNote, reviewVisaNote, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/visa-note';
import { VisaNoteForm } from '../features/tours/visa-note-form.tsx';
import { valuesOf, wholeNumber } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['tours', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  if (personOf(context).role !== 'secretariat') throw data(null, { status: 403 });
  return { note: await read(context, getVisaNote, { params }) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const { act, version, ...note } = values;
  const done =
    act === 'review'
      ? await attempt(context, reviewVisaNote, { params, body: { version: Number(version) } })
      : await attempt(
          context,
          keepVisaNote,
          {
            params,
            body: {
              ...note,
              days: wholeNumber(note['days']) ?? null,
              validTo: note['validTo'] ?? null,
              source: note['source'] ?? {},
            } as InputOf<typeof keepVisaNote>['body'],
          },
          { ifMatch: Number(version) },
        );
  if (done.ok) return redirect(`/visa-notes/${params.country}`);
  return data(
    { problem: done.problem, values: act === 'keep' ? values : undefined },
    { status: done.problem.status },
  );
}

export default function VisaNoteOfCountry({ loaderData, actionData }: Route.ComponentProps) {
  return <VisaNoteForm {...loaderData} problem={actionData?.problem} values={actionData?.values} />;
}

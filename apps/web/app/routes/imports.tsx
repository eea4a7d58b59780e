import { createImport, listImports, type InputOf } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/imports';
import { ImportList } from '../features/imports/import-list.tsx';
import { filesOf } from '../platform/forms.ts';
import { queryOf } from '../platform/query.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['imports', 'words'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  personOf(context);
  const query = queryOf(request) as InputOf<typeof listImports>['query'];
  return read(context, listImports, { query });
}

/** The way of a browser without script; with script the file goes straight to the API, and its progress is seen. */
export async function action({ context, request }: Route.ActionArgs) {
  const [file] = filesOf(await request.formData(), 'file');
  const done = await attempt(context, createImport, {
    file: file ?? new Blob([]),
    filename: file?.name ?? 'list.csv',
  });
  return done.ok ? redirect(`/organisation/imports/${done.value.id}`) : { problem: done.problem };
}

export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportList found={loaderData} problem={actionData?.problem} />;
}

import {
  checkImport,
  getImport,
  listImportErrors,
  mapImport,
  runImport,
  type ImportResource,
} from '@jiechuan/contract';
import { redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/import';
import { ImportPage } from '../features/imports/import-page.tsx';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['imports', 'words'] };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  personOf(context);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const [job, errors] = await Promise.all([
    read(context, getImport, { params: { id: params.id } }),
    read(context, listImportErrors, { params: { id: params.id }, query: { cursor, limit: 50 } }),
  ]);
  return { job, errors };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const done = await change(context, { id: params.id }, values);
  return done.ok ? redirect(`/organisation/imports/${params.id}`) : { problem: done.problem };
}

async function change(context: Readonly<RouterContextProvider>, params: { id: string }, values: FormValues) {
  const columns = Object.entries((values['columns'] ?? {}) as Record<string, string>).map(
    ([index, field]) => ({
      index: Number(index),
      field: field === '-' ? null : field,
    }),
  );
  const { currency, incoterm, place } = (values['terms'] ?? {}) as Record<string, string | undefined>;
  const terms = {
    currency: currency?.trim().toUpperCase() ?? null,
    incoterm: (incoterm ?? null) as ImportResource['terms']['incoterm'],
    place: place ?? null,
  };
  // Each button says the mapping first: what one sees is what is done.
  if (columns.length > 0) {
    const mapped = await attempt(context, mapImport, { params, body: { columns, terms } });
    if (!mapped.ok || values['act'] === 'map') return mapped;
  }
  return values['act'] === 'run'
    ? attempt(context, runImport, { params, body: { publish: values['publish'] === 'on' } })
    : attempt(context, checkImport, { params });
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportPage {...loaderData} problem={actionData?.problem} />;
}

import { importServices, type InputOf } from '@jiechuan/contract';
import { data } from 'react-router';
import type { Route } from './+types/freight-import';
import { ServiceImportPage } from '../features/freight/import-page.tsx';
import { filesOf } from '../platform/forms.ts';
import { attempt, personOf } from '../platform/reader.ts';

export const handle = { texts: ['freight', 'words'] };

export function loader({ context }: Route.LoaderArgs) {
  const { role } = personOf(context);
  if (role !== 'secretariat') throw data(null, { status: 403 });
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const [file] = filesOf(form, 'file');
  const done = await attempt(context, importServices, {
    file: file ?? new Blob([]),
    filename: file?.name ?? '',
    query: { dryRun: String(form.get('act') === 'look') } as unknown as InputOf<
      typeof importServices
    >['query'],
  });
  return done.ok
    ? { outcome: done.value, problem: undefined }
    : data({ outcome: undefined, problem: done.problem }, { status: done.problem.status });
}

export default function FreightImport({ actionData }: Route.ComponentProps) {
  return <ServiceImportPage outcome={actionData?.outcome} problem={actionData?.problem} />;
}

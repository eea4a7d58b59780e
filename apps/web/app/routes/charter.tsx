import { getCharter, listCharterVersions, listSignatories, removeSignatory } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/charter';
import { CharterPage } from '../features/members/charter-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['members', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('version');
  const cursor = searchParams.get('cursor') ?? undefined;
  const before = searchParams.get('versions') ?? undefined;
  const [newest, versions, signatories] = await Promise.all([
    read(context, listCharterVersions, { query: { limit: 1 } }),
    read(context, listCharterVersions, { query: { limit: 20, cursor: before } }),
    read(context, listSignatories, { query: { limit: 100, cursor } }),
  ]);
  // Before the first version there is nothing to read, and that isn't an error.
  const charter =
    newest.items.length > 0
      ? await read(context, getCharter, { query: asked ? { number: asked } : {} })
      : null;
  const keeps = context.get(readerContext).reader?.role === 'secretariat';
  return {
    charter,
    newest: newest.items[0],
    versions,
    signatories: signatories.items,
    nextCursor: signatories.nextCursor,
    keeps,
  };
}

/** Takes out a signature that was recorded wrongly. */
export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const { id } = valuesOf(await request.formData());
  const done = await attempt(context, removeSignatory, { params: { id: String(id) } });
  return done.ok ? redirect('/charter#signatories') : data({ problem: done.problem }, done.problem.status);
}

export default function Charter({ loaderData, actionData }: Route.ComponentProps) {
  return <CharterPage {...loaderData} problem={actionData?.problem} />;
}

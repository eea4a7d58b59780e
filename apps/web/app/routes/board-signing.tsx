import { announceHeadline, getSigningBoard, removeHeadline, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/board-signing';
import { BoardPage } from '../features/board/board-page.tsx';
import { decimalsOf, smallestParts } from '../features/catalogue/product-values.ts';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['board', 'deals', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const board = await read(context, getSigningBoard, {});
  const screen = new URL(request.url).searchParams.has('screen');
  const role = context.get(readerContext).reader?.role;
  return { board, screen, keeps: role === 'secretariat', seesProducts: role !== 'observer' };
}

export async function action({ context, request }: Route.ActionArgs) {
  personOf(context);
  const values = valuesOf(await request.formData());
  const { texts = {}, currency = 'CNY', announcedOn = '', source = '' } = values;
  const amount = smallestParts(values['amount'], decimalsOf(String(currency)));
  const done =
    values['act'] === 'remove'
      ? await attempt(context, removeHeadline, { params: { id: String(values['id']) } })
      : await attempt(context, announceHeadline, {
          body: { texts, amount, currency, announcedOn, source } as InputOf<typeof announceHeadline>['body'],
        });
  return done.ok ? redirect('/board/signing') : data({ problem: done.problem }, done.problem.status);
}

export default function BoardSigning({ loaderData, actionData }: Route.ComponentProps) {
  return <BoardPage {...loaderData} problem={actionData?.problem} />;
}

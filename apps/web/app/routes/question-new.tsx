import { askLocals, getProduct, listMarkets, uploadQuestionPicture, type InputOf } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/question-new';
import { AskForm } from '../features/markets/ask-form.tsx';
import { filesOf, valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['markets', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  personOf(context);
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('product');
  const product = id ? await read(context, getProduct, { params: { id } }) : null;
  const { items } = await read(context, listMarkets, {});
  return {
    markets: items,
    market: searchParams.get('market') ?? undefined,
    product: product && { id: product.id, names: product.names },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const entered = valuesOf(form);
  const pictures: string[] = [];
  for (const file of filesOf(form, 'pictures').slice(0, 4)) {
    const taken = await attempt(context, uploadQuestionPicture, { file, filename: file.name });
    if (!taken.ok) return { problem: taken.problem, entered };
    pictures.push(taken.value.id);
  }
  const { market, subject, productId = null, about = '', text = '' } = entered;
  const body = { market, subject, productId, about, text, pictures } as InputOf<typeof askLocals>['body'];
  const done = await attempt(context, askLocals, { body });
  return done.ok ? redirect(`/questions/${done.value.id}`) : { problem: done.problem, entered };
}

export default function QuestionNew({ loaderData, actionData }: Route.ComponentProps) {
  return <AskForm {...loaderData} {...actionData} />;
}

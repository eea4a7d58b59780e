import { listQuestions } from '@jiechuan/contract';
import type { Route } from './+types/questions';
import { QuestionList } from '../features/markets/question-list.tsx';
import { personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['markets', 'words', 'countries'] };

export async function loader({ context, request }: Route.LoaderArgs) {
  const person = personOf(context);
  const { searchParams } = new URL(request.url);
  const box = searchParams.get('box') === 'asked' ? ('asked' as const) : ('inbox' as const);
  const cursor = searchParams.get('cursor') ?? undefined;
  const { items, nextCursor } = await read(context, listQuestions, { query: { box, cursor } });
  return { box, questions: items, nextCursor, asks: person.organisationId !== null };
}

export default function Questions({ loaderData }: Route.ComponentProps) {
  return <QuestionList {...loaderData} />;
}

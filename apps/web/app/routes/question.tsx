import {
  answerQuestion,
  closeQuestion,
  getQuestion,
  makeHabitOfAnswer,
  type InputOf,
} from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/question';
import { QuestionPage } from '../features/markets/question-page.tsx';
import { valuesOf } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['markets', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const { role } = personOf(context);
  const question = await read(context, getQuestion, { params: { id: params.id } });
  return { question, notes: question.may.answer || role === 'secretariat' || role === 'council' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const values = valuesOf(await request.formData());
  const { id } = params;
  const done = await act();
  return done.ok
    ? redirect(`/questions/${id}`)
    : { problem: done.problem, act: String(values['answerId'] ?? '') };

  function act() {
    switch (values['act']) {
      case 'close':
        return attempt(context, closeQuestion, { params: { id } });
      case 'habit': {
        const { topic, claim = {}, advice = {} } = values;
        const body = { topic, claim, advice } as InputOf<typeof makeHabitOfAnswer>['body'];
        return attempt(context, makeHabitOfAnswer, {
          params: { id, answerId: String(values['answerId']) },
          body,
        });
      }
      default:
        return attempt(context, answerQuestion, {
          params: { id },
          body: { text: String(values['text'] ?? '') },
        });
    }
  }
}

export default function Question({ loaderData, actionData }: Route.ComponentProps) {
  return <QuestionPage {...loaderData} {...actionData} />;
}

import { addHabit, changeHabit, endHabit, getHabit, type InputOf } from '@jiechuan/contract';
import { redirect } from 'react-router';
import type { Route } from './+types/market-habit';
import { HabitForm } from '../features/markets/habit-form.tsx';
import { predicateOf, scopeOf, sourceOf } from '../features/markets/rule-values.ts';
import { valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read } from '../platform/reader.ts';

export const handle = { texts: ['markets', 'words', 'countries'] };

type Params = { code?: string; id?: string };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const { id } = params as Params;
  return { habit: id === undefined ? null : await read(context, getHabit, { params: { id } }) };
}

function habitOf(values: FormValues) {
  const { is } = (values['predicate'] ?? {}) as FormValues;
  return {
    topic: values['topic'],
    claim: values['claim'] ?? {},
    advice: values['advice'] ?? {},
    scope: scopeOf(values),
    check: is ? predicateOf(values) : null,
    source: sourceOf(values),
  } as InputOf<typeof changeHabit>['body'];
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { code = '', id } = params as Params;
  const values = valuesOf(await request.formData());
  if (id === undefined) {
    const body = { ...habitOf(values), market: code.toUpperCase() } as InputOf<typeof addHabit>['body'];
    const done = await attempt(context, addHabit, { body });
    return done.ok
      ? redirect(`/markets/${done.value.market}#habit-${done.value.id}`)
      : { problem: done.problem };
  }
  const { market } = await read(context, getHabit, { params: { id } });
  const done =
    values['act'] === 'end'
      ? await attempt(context, endHabit, { params: { id }, body: { reason: String(values['reason'] ?? '') } })
      : await attempt(
          context,
          changeHabit,
          { params: { id }, body: habitOf(values) },
          { ifMatch: Number(values['version']) },
        );
  return done.ok ? redirect(`/markets/${market}`) : { problem: done.problem };
}

export default function MarketHabit({ loaderData, actionData }: Route.ComponentProps) {
  return <HabitForm {...loaderData} problem={actionData?.problem} />;
}

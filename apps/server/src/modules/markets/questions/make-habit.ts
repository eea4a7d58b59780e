import type { BodyOf, HabitNote, makeHabitOfAnswer as endpoint } from '@jiechuan/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Problem, problems } from '../../../platform/errors.ts';
import { addHabit } from '../change-habit.ts';
import { marketsProblems } from '../problems.ts';
import type { MarketsWiring } from '../wiring.ts';
import { answersTo, keepHabitOf, lockQuestion } from './question.sql.ts';
import { standingTowards } from './read-question.ts';
import { textIn } from '../../../platform/i18n/text-in.ts';

/**
 * Makes a habit note of an answer, its source the member that gave it. It is unconfirmed like any other.
 * @throws Problem platform.notFound, markets.habitThere
 */
export async function makeHabitOfAnswer(
  trx: Db,
  actor: Actor,
  input: { id: string; answerId: string; habit: BodyOf<typeof endpoint>; extent: 'all' | 'own' },
  wiring: MarketsWiring,
): Promise<HabitNote> {
  const row = await lockQuestion(trx, input.id);
  if (!row) throw new Problem(problems.notFound);
  if (input.extent === 'own' && (await standingTowards(trx, actor, row, wiring)) !== 'local')
    throw new Problem(problems.notFound);
  const answer = (await answersTo(trx, row.id)).find(({ id }) => id === input.answerId);
  if (!answer) throw new Problem(problems.notFound);
  if (answer.habit_id !== null) throw new Problem(marketsProblems.habitThere);
  const names =
    (await wiring.organisationNames(trx, [answer.organisation_id])).get(answer.organisation_id) ?? {};
  const title = `${textIn(names, actor.language)}: ${answer.text}`;
  const source = {
    title: title.length > 300 ? `${title.slice(0, 299)}…` : title,
    citation: null,
    url: null,
    date: answer.at.toISOString().slice(0, 10),
  };
  const habit = await addHabit(trx, actor, { ...input.habit, market: row.market, source }, wiring);
  await keepHabitOf(trx, row.id, answer.id, habit.id);
  return habit;
}

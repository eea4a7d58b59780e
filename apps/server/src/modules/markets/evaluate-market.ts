import type { FlaggedHabit, MarketVerdict, ProductFacts } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import type { Incidental, Question } from './evaluate/predicates.ts';
import { scopeApplies } from './evaluate/scope.ts';
import { check, entryOf } from './evaluate/verdict.ts';
import { habitsOf, voicesOn } from './habit.sql.ts';
import { areasOf, findMarket } from './market.sql.ts';
import { presentCheck, presentFlagged, presentHabit } from './present.ts';
import { rulesInForce } from './rule.sql.ts';
import type { Texts } from './tables.ts';

/**
 * May a product enter a market on a day, and why: every rule of the market, its unions and the world that speaks of
 * the product, and the habits there. Habits advise; they never change `entry`. Unknown is never a pass.
 * @param input.market ISO 3166-1 alpha-2
 * @param input.on YYYY-MM-DD
 * @param input.incidental what only this consignment knows
 * @param names names of organisations that spoke on habits; left out, voices come without names
 * @throws Problem markets.marketUnknown
 */
export async function evaluateMarket(
  trx: Db,
  input: { market: string; facts: ProductFacts; on: string; incidental?: Incidental },
  names: (ids: string[]) => Promise<ReadonlyMap<string, Texts> | null> = async () => null,
): Promise<MarketVerdict> {
  const { facts, on } = input;
  const question: Question = { facts, on, ...(input.incidental && { incidental: input.incidental }) };
  const market = await findMarket(trx, input.market);
  const checks = (await rulesInForce(trx, areasOf(market), on)).flatMap((row) => {
    const answer = check(row.scope, row.predicate, question);
    return answer ? [presentCheck(row, answer)] : [];
  });
  return {
    market: market.code,
    on,
    entry: entryOf(checks),
    checks,
    habits: await flaggedHabits(trx, market.code, question, names),
  };
}

async function flaggedHabits(
  trx: Db,
  market: string,
  question: Question,
  names: (ids: string[]) => Promise<ReadonlyMap<string, Texts> | null>,
): Promise<FlaggedHabit[]> {
  const rows = (await habitsOf(trx, market)).filter(
    ({ scope }) => scopeApplies(scope, question.facts) !== 'no',
  );
  const voices = await voicesOn(
    trx,
    rows.map(({ id }) => id),
  );
  const named = await names([...new Set(voices.map(({ organisation_id: id }) => id))]);
  return rows.map((row) => {
    const own = voices.filter((voice) => voice.habit_id === row.id);
    return presentFlagged(presentHabit(row, own, named), row.check && check(row.scope, row.check, question));
  });
}

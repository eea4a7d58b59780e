import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { today } from '../../platform/today.ts';

/** Why an organisation should meet another: what one wants and the other has. */
export interface ReasonToMeet {
  /** `theyHave`: their product does for our demand; `theyWant`: ours does for theirs. */
  code: 'theyHave' | 'theyWant';
  /** The demand's. */
  words: string;
  market: string;
  /** How well the product does for it, 0–1000. */
  points: number;
}

const mostReasons = 3;

/** Reasons to meet some of these organisations, by organisation, the best first: from open demands and what was held against them. */
export async function reasonsToMeet(
  trx: Db,
  own: string,
  others: readonly string[],
): Promise<Map<string, ReasonToMeet[]>> {
  if (others.length === 0) return new Map();
  const ids = [...others];
  const { rows } = await sql<ReasonToMeet & { other: string }>`
    with fits as (
      select case when d.organisation_id = ${own} then m.maker_id else d.organisation_id end as other,
        case when d.organisation_id = ${own} then 'theyHave' else 'theyWant' end as code,
        d.id, d.words, d.market, max(m.points) as points
      from demand d join demand_match m on m.demand_id = d.id
      where d.state = 'open' and d.open_until >= ${today()} and m.blocked = '[]'
        and ((d.organisation_id = ${own} and m.maker_id = any(${ids}::uuid[]))
          or (m.maker_id = ${own} and d.organisation_id = any(${ids}::uuid[])))
      group by 1, 2, 3
    ), placed as (
      select *, row_number() over (partition by other order by points desc, id) as place from fits
    )
    select other, code, words, market, points from placed where place <= ${mostReasons}
    order by other, place`.execute(trx);
  const found = new Map<string, ReasonToMeet[]>();
  for (const { other, ...reason } of rows) found.set(other, [...(found.get(other) ?? []), reason]);
  return found;
}

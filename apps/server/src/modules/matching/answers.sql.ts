import type { matchAnswers } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

type Answer = (typeof matchAnswers)[number];

/** What a buyer said last of each proposal of a maker, the newest first, at most 50. `price` is what it was asked then, in fen. */
export async function earlierAnswers(
  db: Db,
  buyer: string,
  maker: string,
): Promise<{ productId: string; answer: Answer; price: number | null; at: Date }[]> {
  const { rows } = await sql<{ productId: string; answer: Answer; price: number | null; at: Date }>`
    select * from (
      select distinct on (demand_id, product_id) product_id as "productId", answer, price, at
      from match_answer where buyer_id = ${buyer} and maker_id = ${maker}
      order by demand_id, product_id, at desc, id desc) last
    order by at desc limit 50`.execute(db);
  return rows;
}

/** The last answer to each proposal of a demand, by product. */
export async function lastAnswers(
  db: Db,
  demandId: string,
): Promise<Map<string, { answer: Answer; at: string }>> {
  const { rows } = await sql<{ productId: string; answer: Answer; at: Date }>`
    select distinct on (product_id) product_id as "productId", answer, at
    from match_answer where demand_id = ${demandId} order by product_id, at desc, id desc limit 500`.execute(
    db,
  );
  return new Map(rows.map(({ productId, answer, at }) => [productId, { answer, at: at.toISOString() }]));
}

import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { network } from './tables.ts';

/** The last introduction by which two organisations came to know each other, whichever asked; null where none did. */
export async function introductionBetween(trx: Db, one: string, other: string): Promise<string | null> {
  const row = await network(trx)
    .selectFrom('introduction')
    .select('id')
    .where(
      sql<boolean>`least(asker_id, target_id) = least(${one}::uuid, ${other}::uuid)
        and greatest(asker_id, target_id) = greatest(${one}::uuid, ${other}::uuid)`,
    )
    .where('state', '=', 'introduced')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What those above tell of a deal that grew from an introduction: its stage, never its amounts. */
export interface DealStage {
  dealId: string;
  introductionId: string | null;
  to: string;
  at: string;
}

/** Credits an introduction with the stage that a deal has come to. Told twice or in another order, the latest stays. */
export async function creditIntroduction(
  trx: Db,
  { dealId, introductionId, to, at }: DealStage,
): Promise<void> {
  if (introductionId === null) return;
  await sql`
    insert into introduction_credit (introduction_id, deal_id, stage, at) values (${introductionId}, ${dealId}, ${to}, ${at})
    on conflict (introduction_id, deal_id) do update set stage = excluded.stage, at = excluded.at
    where introduction_credit.at < excluded.at`.execute(trx);
}

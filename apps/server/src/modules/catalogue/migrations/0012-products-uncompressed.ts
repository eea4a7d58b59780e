import { sql, type Kysely } from 'kysely';

/**
 * A product and its snapshot stay in their rows as they are: two thousand bytes of names and numbers hardly shrink (by a
 * tenth), and trying to shrink them was a quarter of the work of writing them. Longer ones still are.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table product set (toast_tuple_target = 8160);
    alter table product_version set (toast_tuple_target = 8160);
  `.execute(db);
}

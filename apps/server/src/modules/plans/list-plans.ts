import type { listPlans as endpoint, QueryOf, ResponseOf } from '@jiechuan/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { holding } from '../../platform/db/like.ts';
import { writeCursor } from '../../platform/http/cursor.ts';
import { readSortCursor } from '../../platform/http/typed-cursors.ts';
import { languages } from '../../platform/i18n/messages.ts';
import { marketsIn } from '../markets/index.ts';
import type { PlanRow } from './tables.ts';

type Query = QueryOf<typeof endpoint>;

/**
 * Plans of the actor's organisation, of everybody for the secretariat; archived ones only when asked for.
 */
export async function listPlans(
  trx: Db,
  actor: Actor,
  query: Query,
  extent: 'all' | 'own',
): Promise<ResponseOf<typeof endpoint>> {
  const { cursor, limit, sort } = query;
  const mine = sql`
    ${extent === 'own' ? sql`organisation_id = ${actor.organisationId}` : sql`true`}
    and ${await conditions(trx, query)}`;
  const newest = sort === 'newest';
  const after = readSortCursor(cursor, newest ? 'number' : 'string');
  const value = newest ? micros : sortValue(sort, actor.language);
  const { rows } = await sql<PlanRow & { position: string | number }>`
    select *, ${value} as position from plan where ${mine}
    ${after ? (newest ? sql`and (updated_at, id) < (${instantOf(after.value)}, ${after.id}::uuid)` : sql`and (${value}, id) > (${after.value}, ${after.id}::uuid)`) : sql``}
    order by ${newest ? sql`updated_at desc, id desc` : sql`${value}, id`} limit ${limit + 1}`.execute(trx);
  const total = await sql<{ n: number }>`select count(*) as n from plan where ${mine}`.execute(trx);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      state: row.state,
      product: { id: row.product_id, sku: row.summary.sku, names: row.summary.names },
      market: row.market,
      quantity: row.summary.quantity,
      verdict: row.verdict,
      arrivesAt: row.summary.arrivesAt,
      perUnitFen: row.summary.perUnitFen,
      updatedAt: row.updated_at.toISOString(),
      version: row.version,
    })),
    nextCursor: rows.length > limit && last ? writeCursor([last.position, last.id]) : null,
    total: total.rows[0]!.n,
  };
}

const micros = sql`(extract(epoch from updated_at) * 1000000)::bigint`;
const instantOf = (at: string | number) =>
  sql`(timestamptz 'epoch' + ${at}::bigint * interval '1 microsecond')`;

/** What a list is ordered by, in the order of its characters; states in that of their use. */
function sortValue(sort: Exclude<Query['sort'], 'newest'>, language: string): RawBuilder<unknown> {
  const name = (tag: string) => sql`summary -> 'names' ->> ${tag}`;
  const values = {
    name: sql`lower(coalesce(${name(language)}, ${name('zh-CN')}, ${name('en')}, summary ->> 'sku'))`,
    market: sql`market`,
    state: sql`case state when 'reopened' then '1' when 'current' then '2' else '3' end`,
    // Behind every day that has digits.
    arrives: sql`coalesce(summary ->> 'arrivesAt', '~')`,
  };
  return sql`(${values[sort]}) collate "C"`;
}

async function conditions(trx: Db, query: Query): Promise<RawBuilder<unknown>> {
  const { q, product, market, state, verdict } = query;
  const all = [state ? sql`state = ${state}` : sql`state <> 'archived'`];
  if (product) all.push(sql`product_id = ${product}`);
  if (market) all.push(sql`market = ${market}`);
  if (verdict) all.push(sql`verdict = ${verdict}`);
  if (q) {
    const known = await marketsIn(trx, 'WORLD');
    for (const word of q.toLowerCase().split(/\s+/).filter(Boolean))
      all.push(sql`(search_text like ${holding(word)} or market = any(${marketsCalled(known, word)}))`);
  }
  return sql.join(all, sql` and `);
}

/** Markets that a word may mean: their code, or a part of their name in any of our languages. */
const marketsCalled = (known: readonly string[], word: string): string[] =>
  known.filter(
    (code) =>
      code.toLowerCase() === word ||
      countries.some((names) => names.of(code)?.toLowerCase().includes(word) ?? false),
  );
const countries = languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }));

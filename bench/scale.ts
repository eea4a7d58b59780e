import pg from 'pg';
import type { Ground } from './ground.ts';

/**
 * The demo alliance's search rows `copies` times over: each copy is another product with an id, a date and a code
 * of its own. Products themselves aren't copied, since search doesn't read them.
 */
export async function scaleUp(ground: Ground, name: string, copies: number): Promise<string> {
  await ground.demoDatabase();
  const url = await ground.createDatabase(name, 'demo');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  if (copies > 1) await multiply(client, copies);
  // As PostgreSQL has done by itself a minute later.
  await client.query('vacuum analyze');
  await client.query('checkpoint').catch(() => {});
  await client.end();
  return url;
}

async function multiply(client: pg.Client, copies: number): Promise<void> {
  const { rows: indexes } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = 'product_search' and indexname <> 'product_search_pkey'`,
  );
  const { rows: columns } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'product_search' order by ordinal_position`,
  );
  const other: Record<string, string> = {
    product_id: 'gen_random_uuid()',
    published_at: `published_at - copy * interval '1 minute' - random() * interval '100 days'`,
    words: `ts_delete(words, code) || array_to_tsvector(array['#c' || copy || ltrim(code, '#')])`,
  };
  const names = columns.map(({ column_name: column }) => column);
  // Rows and indexes that no crash has to survive are made in half the time.
  await client.query(`set maintenance_work_mem = '512MB'; set synchronous_commit = off;
    alter table product_search drop constraint product_search_product_id_fkey, set unlogged;
    ${indexes.map(({ indexname }) => `drop index ${indexname};`).join('\n')}`);
  await client.query(`
    insert into product_search (${names.join(', ')})
    select ${names.map((column) => other[column] ?? column).join(', ')}
    from (select *, '#' || lower(replace(card::json->>'sku', '-', '')) as code from product_search) p
    cross join generate_series(2, ${copies}) copy`);
  for (const { indexdef } of indexes) await client.query(indexdef);
}

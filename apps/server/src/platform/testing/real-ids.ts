import type pg from 'pg';

/** Ids of rows that are there. */
export interface RealIds {
  /** Ids in the tables an address's noun speaks of (`products` → product…), of one organisation where told. */
  of(noun: string | undefined, organisationId: string | undefined): string[];
  all: string[];
}

/** Addresses that call a thing otherwise than its table. */
const tableOf: Record<string, string> = {
  members: 'organisation',
  files: 'stored_file',
  imports: 'product_import',
  ceremonies: 'ceremony',
  'gathering-wishes': 'gathering_wish',
};

/** What belongs to several organisations, each of which may act on it. */
const sidesOf: Record<string, string> = {
  relation: 'array[a_id, b_id]',
  deal: 'array[seller_id, buyer_id]',
  ceremony_slot: 'array[seller_id, buyer_id]',
  tour_stop: 'array[organisation_id, (select t.organisation_id from tour t where t.id = tour_stop.tour_id)]',
  gathering_wish: 'array[from_id, to_id]',
  gathering_meeting: 'array[a_id, b_id]',
  introduction:
    'array(select organisation_id from introduction_step where introduction_id = introduction.id) || asker_id',
};

/** Reads up to 200 ids of every table of ours that has an `id` of type uuid. */
export async function idsIn(pool: pg.Pool): Promise<RealIds> {
  const { rows: tables } = await pool.query<{ name: string; owned: boolean }>(
    `select c.table_name as name, exists (select from information_schema.columns o where o.table_schema = 'public'
       and o.table_name = c.table_name and o.column_name = 'organisation_id') as owned
     from information_schema.columns c
     where c.table_schema = 'public' and c.column_name = 'id' and c.data_type = 'uuid'`,
  );
  const found: { table: string; id: string; owners: string[] }[] = [];
  for (const { name, owned } of tables) {
    const owner = name === 'organisation' ? 'id' : owned ? 'organisation_id' : 'null::uuid';
    const { rows } = await pool.query<{ id: string; owners: string[] }>(
      `select id, ${sidesOf[name] ?? `array_remove(array[${owner}], null)`} as owners from "${name}" order by id limit 200`,
    );
    for (const row of rows) found.push({ table: name, ...row });
  }
  return {
    of(noun, organisationId) {
      if (noun === undefined) return [];
      const table = tableOf[noun] ?? noun.replace(/s$/, '').replaceAll('-', '_');
      return found
        .filter((row) => row.table === table || row.table.endsWith(`_${table}`))
        .filter(({ owners }) => organisationId === undefined || owners.includes(organisationId))
        .map(({ id }) => id);
    },
    all: found.map(({ id }) => id),
  };
}

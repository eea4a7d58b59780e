import { sql, type Kysely } from 'kysely';

/** Relations between members, and what of them leads from one to another. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table relation (
      id uuid primary key,
      -- Whoever stated it is a, the other b.
      a_id uuid not null,
      b_id uuid not null,
      kind text not null,
      since date,
      evidence text not null,
      state text not null check (state in ('stated', 'confirmed', 'declined')),
      a_strength smallint not null check (a_strength between 1 and 100),
      a_visibility text not null check (a_visibility in ('hidden', 'existence', 'open')),
      b_strength smallint check (b_strength between 1 and 100),
      b_visibility text check (b_visibility in ('hidden', 'existence', 'open')),
      version integer not null default 1,
      stated_at timestamptz not null default now(),
      check (a_id <> b_id),
      check ((state = 'confirmed') = (b_strength is not null)),
      check ((b_strength is null) = (b_visibility is null))
    );
    -- One of a kind between two, whoever stated it first.
    create unique index relation_pair on relation (least(a_id, b_id), greatest(a_id, b_id), kind);
    create index relation_a on relation (a_id, id);
    create index relation_b on relation (b_id, id);

    -- Of confirmed relations that aren't hidden, both ways; written with them in one transaction.
    create table relation_edge (
      from_id uuid not null,
      to_id uuid not null,
      relation_id uuid not null references relation on delete cascade,
      strength smallint not null,
      open boolean not null,
      primary key (from_id, to_id, relation_id) include (strength, open)
    );
    create index relation_edge_relation on relation_edge (relation_id);
  `.execute(db);
}

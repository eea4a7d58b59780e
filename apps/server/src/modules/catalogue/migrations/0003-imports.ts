import { sql, type Kysely } from 'kysely';

/** Product lists being brought in, and the rows of them that can't be. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table product_import (
      id uuid primary key,
      organisation_id uuid not null references organisation (id),
      file_id uuid not null references stored_file (id),
      file_name text not null,
      format text not null check (format in ('csv', 'xlsx')),
      encoding text not null,
      delimiter text not null,
      state text not null default 'uploaded'
        check (state in ('uploaded', 'checking', 'checked', 'running', 'done', 'failed')),
      -- [{index, heading, field}]
      columns jsonb not null,
      preview jsonb not null,
      rows_total integer not null,
      -- The last row of the sheet whose batch is committed: where a stopped job goes on.
      row_reached integer not null default 1,
      rows_read integer not null default 0,
      good integer not null default 0,
      bad integer not null default 0,
      created integer not null default 0,
      updated integer not null default 0,
      unchanged integer not null default 0,
      publish boolean not null default false,
      -- Grows with each start, so that a job of an earlier start writes nothing more.
      attempt integer not null default 0,
      problem jsonb,
      -- Who is named in versions and in the audit log.
      actor jsonb not null,
      created_at timestamptz not null default now(),
      progressed_at timestamptz not null default now(),
      finished_at timestamptz
    );
    create index product_import_of on product_import (organisation_id, created_at desc, id desc);
    create index product_import_unfinished on product_import (progressed_at) where state in ('checking', 'running');

    create table product_import_bad_row (
      import_id uuid not null references product_import (id),
      row_number integer not null,
      cells jsonb not null,
      -- [{index, field, value, code, params, issue}]: worded when read, in the reader's language.
      problems jsonb not null,
      primary key (import_id, row_number)
    );
  `.execute(db);
}

import { sql, type Kysely } from 'kysely';

/** Idempotency keys, audit log, files, mails: what every module stands on. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table setting (
      key text primary key,
      value jsonb not null,
      at timestamptz not null default now()
    );

    create table idempotency_key (
      caller text not null,
      key text not null,
      operation text not null,
      request_hash text not null,
      status integer,
      body jsonb,
      created_at timestamptz not null default now(),
      primary key (caller, key)
    );
    create index idempotency_key_age on idempotency_key (created_at);

    create table audit_log (
      id uuid primary key,
      at timestamptz not null default now(),
      actor_user_id text,
      actor_name text,
      actor_organisation_id uuid,
      actor_role text not null,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      before jsonb,
      after jsonb,
      ip text not null,
      request_id text not null
    );
    create index audit_log_subject on audit_log (subject_kind, subject_id, at);
    create index audit_log_organisation on audit_log (actor_organisation_id, at);
    create function audit_log_is_append_only() returns trigger language plpgsql as $$
      begin raise exception 'audit_log is append-only'; end $$;
    create trigger audit_log_append_only before update or delete on audit_log
      for each row execute function audit_log_is_append_only();
    create trigger audit_log_no_truncate before truncate on audit_log
      for each statement execute function audit_log_is_append_only();

    create table stored_file (
      id uuid primary key,
      organisation_id uuid,
      purpose text not null,
      public boolean not null default false,
      media_type text not null,
      name text not null,
      bytes bigint not null,
      sha256 text not null,
      width integer,
      height integer,
      created_by text,
      created_at timestamptz not null default now()
    );

    create table mail (
      id uuid primary key,
      recipient text not null,
      subject text not null,
      body text not null,
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'kept')),
      error text,
      created_at timestamptz not null default now(),
      sent_at timestamptz
    );
    create index mail_newest on mail (created_at desc, id desc);
  `.execute(db);
}

import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** A timestamptz: read as Date, written as Date or by the database's clock. */
export type Timestamp = ColumnType<Date, Date | undefined, Date>;
export type Json<T> = JSONColumnType<T & object, string, string>;

export interface IdempotencyKeyTable {
  caller: string;
  key: string;
  operation: string;
  request_hash: string;
  status: ColumnType<number | null, number | null | undefined, number>;
  /** JSON as it was sent; null where the answer has no body. */
  body: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: Timestamp;
}

export interface AuditLogTable {
  id: string;
  at: Timestamp;
  actor_user_id: string | null;
  actor_name: string | null;
  actor_organisation_id: string | null;
  actor_role: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  before: ColumnType<unknown, string | null, never>;
  after: ColumnType<unknown, string | null, never>;
  ip: string;
  request_id: string;
}

export interface StoredFileTable {
  id: string;
  organisation_id: string | null;
  purpose: string;
  public: boolean;
  media_type: string;
  name: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  created_by: string | null;
  created_at: Timestamp;
}

/** A file in the store that no row of `stored_file` names yet. */
export interface FileArrivalTable {
  id: string;
  purpose: string;
  arrived_at: Timestamp;
}

export interface MailTable {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  state: Generated<'waiting' | 'sent' | 'failed' | 'kept'>;
  error: string | null;
  created_at: Timestamp;
  sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** Facts about this installation itself, by key. */
export interface SettingTable {
  key: string;
  value: ColumnType<unknown, string, string>;
  at: Timestamp;
}

export interface PlatformTables {
  setting: SettingTable;
  idempotency_key: IdempotencyKeyTable;
  audit_log: AuditLogTable;
  stored_file: StoredFileTable;
  file_arrival: FileArrivalTable;
  mail: MailTable;
}

import type { Db } from '../db/database.ts';

export interface MailInput {
  to: string;
  /** `<module>.<name>` in the catalogue `mail`: its words are `<name>.subject` and `<name>.body`. */
  template: string;
  params: Record<string, string | number>;
  language: string;
}

/** Mails leave only after the caller's transaction has committed. */
export interface Mail {
  send(trx: Db, input: MailInput): Promise<void>;
}

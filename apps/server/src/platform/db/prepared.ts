import type { RawBuilder } from 'kysely';
import pg from 'pg';
import type { Db } from './database.ts';

/** Statements by their text, under the name that each connection prepares them by. */
const names = new Map<string, string>();

/**
 * Runs a statement that PostgreSQL reads and plans once a connection instead of every time. For large ones whose text is
 * always the same and whose plan fits all their values; the columns must be named, since `*` may come to mean others.
 * @param name one name, one text
 */
export async function runPrepared<Row>(db: Db, name: string, statement: RawBuilder<Row>): Promise<Row[]> {
  const compiled = statement.compile(db);
  names.set(compiled.sql, name);
  return (await db.executeQuery(compiled)).rows;
}

/** A connection that sends such statements by name. */
export class PreparingClient extends pg.Client {
  override query(...[text, ...rest]: unknown[]): never {
    const name = typeof text === 'string' ? names.get(text) : undefined;
    const query = super.query as (...sent: unknown[]) => never;
    if (name === undefined) return query.call(this, text, ...rest);
    const [values, ...callback] = rest;
    return query.call(this, { name, text, values }, ...callback);
  }
}

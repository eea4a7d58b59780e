import type pg from 'pg';

/**
 * Drops a database with whoever is connected to it. Autovacuum works in the name of a superuser, whom nobody
 * else may end: where it is there, a plain drop asks it to leave by itself.
 */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`drop database if exists ${name} with (force)`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    await client.query(`drop database if exists ${name}`);
  }
}

import { Client } from 'pg';

/** Asks one question over a connection of its own. */
export async function ask<T>(connectionString: string, query: string): Promise<T[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(query)).rows as T[];
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import { onTestFinished } from 'vitest';
import { dropDatabase } from './drop-database.ts';

/** Works in the server's own database. */
async function administer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const addressOf = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
};

let counter = 0;

/** An empty database of its own on the run's server; `drop` removes it. */
export async function createTestDatabase(
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${process.pid}_${Date.now().toString(36)}_${counter++}`;
  await administer(server, (client) =>
    client.query(`create database ${name} encoding 'UTF8' template template0`),
  );
  return {
    url: addressOf(server, name),
    drop: () => administer(server, (client) => dropDatabase(client, name)),
  };
}

/** An empty database that is dropped when the running test ends. */
export async function databaseForTest(server: string): Promise<string> {
  const { url, drop } = await createTestDatabase(server);
  onTestFinished(drop);
  return url;
}

import { realpathSync } from 'node:fs';
import { escapeIdentifier, escapeLiteral, Client } from 'pg';
import { superuser } from './cluster.ts';
import { StartProblem } from './problems.ts';

/** The application's database, its owner's role: not a superuser, so that a hole in a query is no way into the machine. */
const name = 'jiechuan';

/**
 * Proves that the server on `port` is the one whose data lies in `cluster`, and that the application's role and
 * database exist in it. Gives the application's connection string. Throws StartProblem when it is another server.
 */
export async function ensureDatabase(port: number, cluster: string, password: string): Promise<string> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password,
    database: 'postgres',
    ssl: false,
  });
  client.on('error', () => {}); // the query in hand rejects as well
  await client.connect();
  try {
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    const folder = rows[0]?.folder ?? '';
    if (realpathSync(folder) !== realpathSync(cluster)) {
      throw new StartProblem('start-failed', { path: cluster, detail: `127.0.0.1:${port} → ${folder}` });
    }
    const role = escapeIdentifier(name);
    if (!(await exists(client, 'select 1 from pg_roles where rolname = $1'))) {
      // one statement string is one transaction: a crash leaves the role with its rights or no role
      await client.query(
        `create role ${role} login createdb password ${escapeLiteral(password)}; grant pg_monitor to ${role}`,
      );
    }
    if (!(await exists(client, 'select 1 from pg_database where datname = $1'))) {
      await client.query(`create database ${escapeIdentifier(name)} owner ${role}`);
    }
  } finally {
    await client.end();
  }
  return `postgres://${name}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

async function exists(client: Client, query: string): Promise<boolean> {
  return (await client.query(query, [name])).rows.length > 0;
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../postgres/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of a server where tests may create databases. */
    postgres: string;
  }
}

/**
 * One real PostgreSQL for the whole run: the embedded one, or TEST_DATABASE_URL (CI runs the
 * database tests a second time on Debian's).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env['TEST_DATABASE_URL'];
  if (outside) {
    project.provide('postgres', outside);
    return async () => {};
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-test-'));
  // The account that PostgreSQL runs as must be able to enter.
  await chmod(folder, 0o755);
  const server = await startPostgres({ dataDir: folder });
  project.provide('postgres', server.connectionString);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

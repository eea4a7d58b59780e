import pino from 'pino';
import { createApp, type App } from '../app.ts';
import { createLog } from '../platform/log.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { acquireDataLock, DataInUse, startPostgres } from '../platform/postgres/index.ts';

/**
 * Gives a command the database that `npm start` uses: an outside one, the embedded one of a running
 * service (joined), or the embedded one started for as long as the command runs.
 */
export async function withDatabase<T>(
  work: (connectionString: string, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  if (config.databaseUrl) return work(config.databaseUrl, config);
  try {
    const lock = await acquireDataLock(config.dataDir);
    try {
      const postgres = await startPostgres({ dataDir: config.dataDir });
      try {
        return await work(postgres.connectionString, config);
      } finally {
        await postgres.stop();
      }
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof DataInUse)) throw error;
    return work((await startPostgres({ dataDir: config.dataDir })).connectionString, config);
  }
}

/** Gives a command the whole application, migrated; `workers` when it must see its jobs done. */
export function withApp<T>(
  work: (app: App) => Promise<T>,
  options: { workers: boolean } = { workers: false },
): Promise<T> {
  return withDatabase(async (connectionString, config) => {
    const app = await createApp({
      config,
      connectionString,
      log: createLog('error', pino.destination(2)),
      workers: options.workers,
    });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  });
}

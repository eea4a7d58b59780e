import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareBinaries } from './binaries.ts';
import { checkRelease, ensureCluster } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { whileLocked } from './lock.ts';
import { findPlace, shelter } from './place.ts';
import { findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { asStartProblem } from './problems.ts';
import { openDataDir, writeWhole } from './whole-file.ts';

export { acquireDataLock, DataInUse } from './lock.ts';
export { isDiskFull, StartProblem } from './problems.ts';

export interface PostgresServer {
  /** For the application's role, which owns the database and may create others, but is no superuser. */
  connectionString: string;
  /** True when the server was running already: left by a Node that was killed, or started by another process. */
  adopted: boolean;
  /** The folder of the cluster. */
  location: string;
  /** Shuts the server down in order and waits until it is gone. Only for who owns the data (acquireDataLock). */
  stop(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL of a data folder: makes the cluster the first time, adopts a server that still runs,
 * else starts one (recovering whatever a crash left). Safe to call from several processes at once: one starts, the
 * others adopt. `settings` go into postgresql.conf and only count for a server started here.
 * Throws StartProblem, whose message is one sentence for the person who started us.
 */
export async function startPostgres(options: {
  dataDir: string;
  log?: (line: string) => void;
  settings?: Record<string, string>;
}): Promise<PostgresServer> {
  const { dataDir, log = () => {}, settings = {} } = options;
  openDataDir(dataDir);
  try {
    return await whileLocked(join(dataDir, 'postgres.lock'), () => open(dataDir, log, settings));
  } catch (error) {
    throw asStartProblem(error, dataDir);
  }
}

async function open(
  dataDir: string,
  log: (line: string) => void,
  settings: Record<string, string>,
): Promise<PostgresServer> {
  const place = await findPlace(dataDir, log);
  const binaries = await prepareBinaries(place.account, place.account ? shelter : dataDir);
  const password = ensurePassword(dataDir);
  await ensureCluster(place, binaries, password, log);
  checkRelease(place, binaries);

  const stop = () => stopPostmaster(place, binaries);
  const deadline = Date.now() + dyingMs;
  for (;;) {
    const running = await findPostmaster(place);
    const { port } = running ?? (await startPostmaster(place, binaries, settings));
    try {
      const connectionString = await ensureDatabase(port, place.cluster, password);
      return { connectionString, adopted: running !== undefined, location: place.cluster, stop };
    } catch (error) {
      if (!running) await stop();
      else if (isCut(error) && Date.now() < deadline) {
        await sleep(100);
        continue;
      }
      throw asStartProblem(error, place.cluster);
    }
  }
}

/** A server that is found while it is being killed cuts whoever connects; so long it is looked at again. */
const dyingMs = 10_000;

const isCut = (error: unknown): boolean =>
  error instanceof Error &&
  /ECONNRESET|ECONNREFUSED|EPIPE|Connection terminated/.test(
    `${(error as NodeJS.ErrnoException).code} ${error.message}`,
  );

/** The generated password lies beside the cluster, for its owner's eyes only. */
function ensurePassword(dataDir: string): string {
  const file = join(dataDir, 'postgres.password');
  if (!existsSync(file)) writeWhole(file, randomBytes(24).toString('base64url'), 0o600);
  return readFileSync(file, 'utf8');
}

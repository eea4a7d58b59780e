import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, canEnter, isRoot, ownerOf, unprivilegedAccount } from './account.ts';
import { note, StartProblem } from './problems.ts';
import { writeWhole } from './whole-file.ts';

/** Where the database goes when PostgreSQL's account cannot reach the data folder (only when root starts us). */
export const shelter = '/var/lib/jiechuan';

/** Where a cluster lies, or will lie, and as whom PostgreSQL runs there. */
export interface Place {
  account: Account | undefined;
  /** The folder around the cluster, which `account` can enter. */
  home: string;
  cluster: string;
}

/**
 * Finds the cluster of a data folder, or the place for a new one: `postgres` inside the data folder, or inside the
 * folder named by its pointer file `postgres.location`. Throws StartProblem when no account can be had or get there.
 */
export async function findPlace(dataDir: string, log: (line: string) => void): Promise<Place> {
  const pointer = join(dataDir, 'postgres.location');
  const moved = existsSync(pointer);
  const home = moved ? readFileSync(pointer, 'utf8').trim() : realpathSync(dataDir);
  if (!existsSync(home)) throw new StartProblem('cluster-gone', { pointer, path: home });

  const cluster = join(home, 'postgres');
  if (!isRoot()) return { account: undefined, home, cluster };
  const settled = existsSync(cluster);
  const account = settled ? ownerOf(cluster) : unprivilegedAccount();
  if (!account) throw new StartProblem('no-account', {});
  if (await canEnter(account, home)) return { account, home, cluster };
  if (settled || moved) throw new StartProblem('unreachable', { account: account.name, path: home });
  return moveIntoShelter(dataDir, account, pointer, log);
}

async function moveIntoShelter(
  dataDir: string,
  account: Account,
  pointer: string,
  log: (line: string) => void,
): Promise<Place> {
  const refused = (cause?: unknown) =>
    new StartProblem('unreachable', { account: account.name, path: dataDir }, cause);
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12);
  let home = join(shelter, name);
  // a folder of this name without a pointer to it belonged to an earlier data folder: never taken over, never removed
  for (let next = 2; existsSync(home); next++) home = join(shelter, `${name}-${next}`);
  try {
    openToAll(shelter);
    openToAll(home);
  } catch (error) {
    throw refused(error);
  }
  try {
    if (!(await canEnter(account, home))) throw refused();
    writeWhole(pointer, `${home}\n`);
  } catch (error) {
    rmdirSync(home);
    throw error;
  }
  log(note('sheltered', { account: account.name, dataDir, path: home }));
  return { account, home, cluster: join(home, 'postgres') };
}

function openToAll(folder: string): void {
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755); // whatever root's umask says
}

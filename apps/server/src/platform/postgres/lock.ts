import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './account.ts';
import { asStartProblem, StartProblem } from './problems.ts';
import { openDataDir, writeWhole } from './whole-file.ts';

/** Who holds a data folder. `address` is where it answers, once it says so. */
export interface Holder {
  pid: number;
  address?: string;
  since: string;
}

export interface DataLock {
  /** Tells those who come later where this process answers. */
  announce(address: string): void;
  release(): void;
}

/** Somebody else owns the data folder; `holder` is what is known about them. */
export class DataInUse extends StartProblem {
  override readonly name = 'DataInUse';
  readonly holder: Holder | undefined;

  constructor(dataDir: string, holder: Holder | undefined) {
    const who = holder ? [holder.address, `pid ${holder.pid}`].filter(Boolean).join(', ') : '?';
    super('data-in-use', { path: dataDir, holder: who });
    this.holder = holder;
  }
}

/** What this process owns, also where nobody keeps what `acquireDataLock` gave: SQLite lets go of what is collected as garbage. */
const owned = new Set<DatabaseSync>();

/**
 * Makes this process the one owner of a data folder until `release()` or its end, however it ends.
 * Throws DataInUse when another process (or this one) owns it already, StartProblem when the folder is unusable.
 */
export async function acquireDataLock(
  dataDir: string,
  options: { address?: string } = {},
): Promise<DataLock> {
  openDataDir(dataDir);
  const card = join(dataDir, 'lock.json');
  const held = tryLock(join(dataDir, 'lock'));
  if (!held) throw new DataInUse(dataDir, await readHolder(card));
  owned.add(held);

  const since = new Date().toISOString();
  function announce(address: string | undefined): void {
    writeWhole(
      card,
      JSON.stringify({ pid: process.pid, address, since } satisfies Record<keyof Holder, unknown>),
    );
  }
  function release(): void {
    if (!held?.isOpen) return;
    rmSync(card, { force: true });
    held.close();
    owned.delete(held);
  }
  try {
    announce(options.address);
  } catch (error) {
    release();
    throw asStartProblem(error, dataDir);
  }
  return { announce, release };
}

/** Runs `work` while holding the lock `file`, waiting for whoever holds it first (at most two minutes). */
export async function whileLocked<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 120_000;
  let held = tryLock(file);
  while (!held) {
    if (Date.now() > deadline) throw new DataInUse(dirname(file), undefined);
    await sleep(50);
    held = tryLock(file);
  }
  try {
    return await work();
  } finally {
    held.close();
  }
}

/** SQLite's result codes that tell something apart (https://www.sqlite.org/rescode.html). */
const sqlite = { busy: 5, full: 13, writeFailed: 778 };

/**
 * SQLite's write lock is the operating system's own file lock on every platform: it goes when its process goes.
 * On POSIX it also goes when this process opens and closes the file by other means, so nobody else may touch it.
 * IMMEDIATE, not EXCLUSIVE: of two who ask at the same instant exactly one gets it.
 */
function tryLock(file: string): DatabaseSync | undefined {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file, { timeout: 0 });
    lock.exec('pragma journal_mode = off; begin immediate');
    return lock;
  } catch (error) {
    lock?.close();
    const { errcode = 0 } = error as { errcode?: number };
    if (errcode === sqlite.busy) return undefined;
    const full = errcode === sqlite.full || errcode === sqlite.writeFailed;
    throw new StartProblem(full ? 'disk-full' : 'folder-unwritable', { path: dirname(file) }, error);
  }
}

/** A holder writes its card just after it got the lock: a second start at the same instant waits a little for it. */
async function readHolder(card: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      const holder = JSON.parse(readFileSync(card, 'utf8')) as Holder;
      if (isAlive(holder.pid)) return holder;
    } catch {
      // not written yet
    }
    await sleep(25);
  }
  return undefined;
}

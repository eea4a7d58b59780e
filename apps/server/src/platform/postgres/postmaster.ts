import {
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, run } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { asStartProblem, StartProblem } from './problems.ts';
import { settingsFile } from './settings.ts';
import { writeWhole } from './whole-file.ts';

/** A running postmaster, as its postmaster.pid tells. */
interface Postmaster {
  pid: number;
  port: number;
}

/** How long a server may take to recover after a crash, in seconds. */
const patience = 300;

/**
 * The postmaster that already serves this cluster, once it takes connections: one that outlived its Node. Undefined
 * when none does; a postmaster.pid that a dead one left behind (its number may long be another program's) is removed.
 */
export async function findPostmaster(place: Place): Promise<Postmaster | undefined> {
  const deadline = Date.now() + patience * 1000;
  for (;;) {
    const found = readPidFile(place.cluster);
    if (!found) return undefined;
    if (!(await serves(found.pid, place.cluster))) {
      rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.status === 'ready') return found;
    if (Date.now() > deadline) {
      throw new StartProblem('start-failed', {
        path: place.cluster,
        detail: `pid ${found.pid}: ${found.status}`,
      });
    }
    await sleep(50); // starting, recovering, or shutting down
  }
}

/** Starts the server on a free port of 127.0.0.1 and waits until it takes connections. Throws StartProblem. */
export async function startPostmaster(
  place: Place,
  binaries: Binaries,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const deadline = Date.now() + 15_000;
  const output = startLog(place);
  for (;;) {
    writeWhole(join(place.home, 'postgres.conf'), settingsFile(await freePort(), settings));
    writeFileSync(output, '');
    if (place.account) chownSync(output, place.account.uid, place.account.gid);
    const since = Date.now();
    const args = ['start', '-D', place.cluster, '-l', output, '-w', '-t', String(patience)];
    const { code } = await run(place.account, binaries.pgCtl, args, { cwd: place.cluster, mute: true });
    const running = code === 0 ? readPidFile(place.cluster) : undefined;
    if (running) return running;

    const detail = lastWords(place, since);
    if (!passing.test(detail) || Date.now() > deadline)
      throw asStartProblem(new Error(detail), place.cluster);
    await sleep(100);
  }
}

/** Ends open connections, writes everything down and waits until the server is gone. */
export async function stopPostmaster(place: Place, binaries: Binaries): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const found = readPidFile(place.cluster);
    if (!found || !(await serves(found.pid, place.cluster))) return;
    const args = ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', '60'];
    await run(place.account, binaries.pgCtl, args, { cwd: place.cluster });
  }
}

/** What passes by itself: a port taken between choosing and using it, or the last processes of a killed server. */
const passing =
  /Address already in use|could not create any TCP\/IP sockets|shared memory block .* still in use/;

function readPidFile(cluster: string): (Postmaster & { status: string }) | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? 'starting').trim() };
}

/** Whether process `pid` is a server of this cluster (a process id alone proves nothing, and a zombie serves no one). */
async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') {
    return (await run(undefined, 'ps', ['-o', 'command=', '-p', String(pid)])).output.includes(cluster);
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/** PostgreSQL's own words about a start that failed. */
function lastWords(place: Place, since: number): string {
  const { bavail, bsize } = statfsSync(place.cluster);
  if (bavail * bsize < 65_536) return 'No space left on device'; // then it could not even write its log
  const logs = join(place.cluster, 'log');
  const days = existsSync(logs) ? readdirSync(logs).map((name) => join(logs, name)) : [];
  const recent = days.filter((file) => statSync(file).mtimeMs >= since);
  const lines = [...recent, startLog(place)].flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const grave = lines.filter((line) => /FATAL|PANIC|could not/.test(line)).slice(-3);
  return grave.join(' ').slice(-500) || startLog(place);
}

/** What the server says until its own log opens. */
function startLog(place: Place): string {
  return join(place.home, 'postgres.log');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../account.ts';

export interface Child {
  process: ChildProcess;
  /** What the child has said so far. */
  said: Record<string, unknown>[];
  /** The next thing it says (or said already); rejects when it ends without a word. */
  next(): Promise<Record<string, unknown>>;
  /** Resolves when it is gone and all it said has arrived. */
  ended: Promise<void>;
  /** What it wrote to standard error. */
  errors(): string;
}

/** Starts child.ts in a process group of its own; `before` is a shell line to run first. */
export function startChild(
  args: string[],
  options: { script?: string; before?: string; env?: object } = {},
): Child {
  const script = options.script ?? join(import.meta.dirname, 'child.ts');
  const [program, ...rest] = options.before
    ? ['/bin/sh', '-c', `${options.before}; exec "$0" "$@"`, process.execPath, script, ...args]
    : [process.execPath, script, ...args];
  const child = spawn(program ?? '', rest, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', LC_ALL: 'en_US.UTF-8', ...options.env },
  });
  const said: Record<string, unknown>[] = [];
  let errors = '';
  let taken = 0;
  let wake = () => {};
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(JSON.parse(line) as Record<string, unknown>);
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      over = true;
      resolve();
      wake();
    });
  });
  async function next(): Promise<Record<string, unknown>> {
    while (said.length <= taken) {
      if (over) throw new Error(`the child ended without a word: ${errors}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return said[taken++] ?? {};
  }
  return { process: child, said, next, ended, errors: () => errors };
}

/** The process id of the server of a cluster, while it has one. */
export function postmasterOf(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** SIGKILL, at once, to a child with its process group and to the server of `cluster` with all its backends. */
export async function killEverything(child: Child | undefined, cluster: string): Promise<void> {
  const postmaster = postmasterOf(cluster);
  const doomed = postmaster ? [postmaster, ...childrenOf(postmaster)] : [];
  if (child?.process.pid) kill(-child.process.pid);
  for (const pid of doomed) kill(pid);
  await child?.ended;
  while (doomed.some((pid) => isRunning(pid))) await sleep(5);
}

/** False for the dead, and for the dead whom nobody has buried yet. */
export function isRunning(pid: number): boolean {
  if (!existsSync('/proc/self/stat')) return isAlive(pid);
  return existsSync(`/proc/${pid}/stat`) && !statOf(pid).startsWith('Z');
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statOf(pid).split(' ')[1] === String(parent));
}

/** "S 123 …": state and parent come after the program's name, which may hold anything but is in brackets. */
function statOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2);
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

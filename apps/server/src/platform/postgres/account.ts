import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** An operating system account; `undefined` everywhere means "whoever runs Node". */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** True when Node runs as root, as which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account that root lends PostgreSQL: one that exists already, none is ever made. */
export function unprivilegedAccount(passwd = readFileSync('/etc/passwd', 'utf8')): Account | undefined {
  const accounts = passwd.split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const found = accounts.find(([name]) => name === wanted);
    if (found) return { name: wanted, uid: Number(found[2]), gid: Number(found[3]) };
  }
  return undefined;
}

/** The owner of a folder: a cluster once made must always be opened as the account that made it. */
export function ownerOf(folder: string): Account {
  const { uid, gid } = statSync(folder);
  return { name: `uid ${uid}`, uid, gid };
}

export interface Outcome {
  /** The exit code; -1 when the program could not be started or was killed. */
  code: number;
  output: string;
}

/**
 * Runs a program as `account` to its end, in `cwd`, with nothing of our environment that could lead it astray
 * (PGDATA, PGOPTIONS …). With `mute` its output is not waited for, so that it may leave a server behind.
 */
export function run(
  account: Account | undefined,
  program: string,
  args: string[],
  options: { cwd?: string; mute?: boolean } = {},
): Promise<Outcome> {
  const { PATH, LOCPATH, LOCALE_ARCHIVE, SystemRoot, TEMP } = process.env;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: options.cwd ?? '/',
      env: { PATH, LOCPATH, LOCALE_ARCHIVE, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' }, // English messages: problems.ts reads them
      stdio: options.mute ? 'ignore' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', (error) => resolve({ code: -1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** Whether `account` can pass through every folder down to `folder`; tried for real, so ACLs count as well. */
export async function canEnter(account: Account | undefined, folder: string): Promise<boolean> {
  if (!account) return true;
  return (await run(account, '/bin/sh', ['-c', 'cd -- "$0"', folder])).code === 0;
}

/** Whether a process with this id exists, be it ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

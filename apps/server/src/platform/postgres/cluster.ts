import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { asStartProblem, note, StartProblem } from './problems.ts';
import { syncFolder, writeWhole } from './whole-file.ts';

export const superuser = 'postgres';

/**
 * pg_trgm asks the C library what a letter is, so the character type must be a UTF-8 locale: with plain "C" it finds
 * nothing in Chinese or Russian. Sorting and case folding are PostgreSQL's own everywhere (provider "builtin").
 */
const preferred = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'ru_RU.UTF-8', 'C'];

/**
 * Makes the cluster when there is none yet: in a draft folder that gets its name only when whole, so that a crash
 * leaves nothing but the draft, which the next call removes. Throws StartProblem when it cannot be made.
 */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  password: string,
  log: (line: string) => void,
  characterTypes = preferred,
): Promise<void> {
  const draft = join(place.home, 'postgres.new');
  rmSync(draft, { recursive: true, force: true });
  if (existsSync(place.cluster)) return;
  try {
    mkdirSync(draft);
    chmodSync(draft, 0o755); // whatever the umask says: the account has to pass
    const made = join(draft, 'cluster');
    const passwordFile = join(draft, 'password');
    mkdirSync(made, { mode: 0o700 });
    writeWhole(passwordFile, password, 0o600);
    if (place.account) {
      for (const path of [made, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
    }
    const characterType = await initdb(place, binaries, made, passwordFile, characterTypes);
    includeSettings(join(made, 'postgresql.conf'));
    renameSync(made, place.cluster);
    syncFolder(place.home);
    if (characterType === 'C') log(note('ascii-only', {}));
  } catch (error) {
    throw asStartProblem(error, place.cluster);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Our settings lie outside the cluster, where root can write them without following what another account laid there. */
function includeSettings(file: string): void {
  const handle = openSync(file, constants.O_WRONLY | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0));
  writeSync(handle, "\ninclude '../postgres.conf' # written anew at every start\n");
  closeSync(handle);
}

/** Gives the character type that was taken: the first of `characterTypes` that this machine has. */
async function initdb(
  place: Place,
  binaries: Binaries,
  folder: string,
  passwordFile: string,
  characterTypes: string[],
): Promise<string> {
  const fixed = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  let refusal = '';
  for (const characterType of characterTypes) {
    const args = [...fixed, `--lc-ctype=${characterType}`];
    const { code, output } = await run(place.account, binaries.initdb, args, { cwd: place.home });
    if (code === 0) return characterType;
    refusal = output
      .split('\n')
      .filter((line) => /error|FATAL|PANIC|could not/i.test(line))
      .slice(0, 2)
      .join(' ');
    if (!output.includes('invalid locale name')) break;
  }
  throw new Error(refusal || 'initdb');
}

/** Refuses a cluster of another major release: PostgreSQL cannot read it, and we never upgrade silently. */
export function checkRelease(place: Place, binaries: Binaries): void {
  const written = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  if (written !== binaries.major) {
    throw new StartProblem('old-cluster', { path: place.cluster, cluster: written, binary: binaries.major });
  }
}

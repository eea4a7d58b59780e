import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isRoot } from '../account.ts';
import { shelter } from '../place.ts';
import { killEverything } from './processes.ts';

/** The end of a test's name: what is checked differs a little between root and everybody else, and nothing is skipped. */
export const asWhom = isRoot() ? '(as root)' : '(as an ordinary user)';

/** A new folder that PostgreSQL's account can enter, or `closed`: for nobody but its owner. */
export function makeFolder(options: { closed?: boolean } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiechuan-postgres-'));
  chmodSync(folder, options.closed ? 0o700 : 0o755);
  return folder;
}

/** The same for one test: it goes, with the server in it, when the test is over. */
export function freshFolder(options: { closed?: boolean } = {}): string {
  const folder = makeFolder(options);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** Kills the server of a data folder and removes everything of it, wherever it lies. */
export async function removeFolder(folder: string): Promise<void> {
  for (const dataDir of [folder, join(folder, 'data')]) {
    const pointer = join(dataDir, 'postgres.location');
    const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dataDir;
    await killEverything(undefined, join(home, 'postgres'));
    if (dirname(home) === shelter) rmSync(home, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

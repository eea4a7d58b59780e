import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  accessSync,
  constants,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { asStartProblem, StartProblem } from './problems.ts';

/** Writes a file so that readers, and a crash at any moment, see the old text or the new one, never a part. */
export function writeWhole(path: string, text: string, mode = 0o644): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    const file = openSync(draft, 'w', mode);
    try {
      fchmodSync(file, mode);
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Makes a rename inside `folder` survive a power loss. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // a folder cannot be opened there, and NTFS journals names itself
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes a folder and what it lies in, each by itself: Node's own recursive way tries for ever where a file system such as
 * /proc says of a folder it was to make that it isn't there.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' });
    return;
  }
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Makes the data folder when it is missing. Throws a StartProblem when it cannot be written to or is a file. */
export function openDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    // On a read-only file system Node says that a folder it was to make isn't there.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new StartProblem('folder-unwritable', { path: dataDir }, error);
    throw asStartProblem(error, dataDir);
  }
}

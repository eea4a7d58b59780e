import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isRoot } from './account.ts';
import { acquireDataLock, startPostgres } from './index.ts';
import { ask } from './testing/ask.ts';
import { asWhom, freshFolder } from './testing/folder.ts';
import { killEverything, startChild } from './testing/processes.ts';

/** A file system of its own, which goes when the test is over (only root may mount one). */
function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `mode=0755,${options}`, 'tmpfs', folder]);
  onTestFinished(async () => {
    await killEverything(undefined, join(folder, 'postgres'));
    execFileSync('umount', [folder]);
  });
}

describe('a start that cannot succeed says so in one sentence', () => {
  test(`when the data folder is read-only ${asWhom}`, async () => {
    const dataDir = join(freshFolder(), 'data');
    mkdirSync(dataDir);
    if (isRoot()) mount(dataDir, 'ro');
    else chmodSync(dataDir, 0o555);

    const problem = {
      code: 'folder-unwritable',
      message: expect.stringMatching(/^[^\n]*data[^\n]*$/) as string,
    };
    await expect(startPostgres({ dataDir })).rejects.toMatchObject(problem);
    await expect(acquireDataLock(dataDir)).rejects.toMatchObject(problem);
    expect(readdirSync(dataDir)).toEqual([]);
    const below = join(dataDir, 'below', 'it');
    for (const opening of [startPostgres({ dataDir: below }), acquireDataLock(below)])
      await expect(opening).rejects.toMatchObject({ code: 'folder-unwritable', facts: { path: below } });
  });

  // Node's own recursive mkdir never ends there.
  test.runIf(process.platform === 'linux')('when it lies where nobody can make a folder', async () => {
    const dataDir = '/proc/nope/deeper';
    await expect(acquireDataLock(dataDir)).rejects.toMatchObject({
      code: 'folder-unwritable',
      facts: { path: dataDir },
    });
  });

  test('when the path is a file, or leads through one', async () => {
    const file = join(freshFolder(), 'data');
    writeFileSync(file, 'mine');
    for (const dataDir of [file, join(file, 'below')]) {
      await expect(startPostgres({ dataDir })).rejects.toMatchObject({
        code: 'not-a-folder',
        facts: { path: dataDir },
      });
      await expect(acquireDataLock(dataDir)).rejects.toMatchObject({ code: 'not-a-folder' });
    }
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test(`when the disk fills up while the cluster is made, of which nothing is left ${asWhom}`, async () => {
    const dataDir = join(freshFolder(), 'data');
    mkdirSync(dataDir);
    if (isRoot()) mount(dataDir, 'size=24m');
    // nobody but root can make a small disk: a bound on the size of a file stops initdb at its first 16 MB of WAL
    const child = startChild(['start', dataDir], isRoot() ? {} : { before: 'ulimit -f 8192' });
    expect(await child.next()).toMatchObject({
      problem: 'disk-full',
      message: expect.stringMatching(/disk.*full/) as string,
    });
    await child.ended;
    expect(child.errors()).toBe('');
    expect(
      readdirSync(dataDir).filter((name) => name.startsWith('postgres.new') || name === 'postgres'),
    ).toEqual([]);
  });

  test(`when the disk of an existing cluster is full, whose rows are all there once space is made ${asWhom}`, async () => {
    const dataDir = join(freshFolder(), 'data');
    mkdirSync(dataDir);
    if (isRoot()) mount(dataDir, 'size=200m');
    const before = await startPostgres({ dataDir });
    await ask(before.connectionString, 'create table kept as select 7 as seven');
    await before.stop();

    const ballast = join(dataDir, 'ballast');
    if (isRoot()) fillDisk(dataDir, ballast);
    const child = startChild(['start', dataDir], isRoot() ? {} : { before: 'ulimit -f 0' });
    expect(await child.next()).toMatchObject({ problem: 'disk-full' });
    await child.ended;
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);

    rmSync(ballast, { force: true });
    const after = await startPostgres({ dataDir });
    expect(await ask(after.connectionString, 'select seven from kept')).toEqual([{ seven: 7 }]);
    await after.stop();
  });

  test('when the pointer leads to a folder that is gone, instead of beginning with an empty database', async () => {
    const dataDir = freshFolder();
    writeFileSync(join(dataDir, 'postgres.location'), join(dataDir, 'elsewhere'));
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'cluster-gone' });
    expect(readdirSync(dataDir).filter((name) => name === 'postgres')).toEqual([]);
  });
});

function fillDisk(folder: string, ballast: string): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize));
}

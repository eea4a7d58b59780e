import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { acquireDataLock, DataInUse } from './lock.ts';
import { freshFolder } from './testing/folder.ts';
import { type Child, killEverything, startChild } from './testing/processes.ts';

describe('the lock on a data folder', () => {
  test('tells a second process who holds it and where it answers', async () => {
    const dataDir = freshFolder();
    const lock = await acquireDataLock(dataDir);
    lock.announce('http://localhost:4321');

    const second = startChild(['lock', dataDir]);
    expect(await second.next()).toMatchObject({
      problem: 'data-in-use',
      message: `Already running: http://localhost:4321, pid ${process.pid} (data folder ${dataDir}).`,
      holder: { pid: process.pid, address: 'http://localhost:4321' },
    });
    await second.ended;
    expect(second.errors()).toBe(''); // node:sqlite warns of nothing
    lock.release();
  });

  test('is refused to its own process as well, until released', async () => {
    const dataDir = freshFolder();
    const lock = await acquireDataLock(dataDir);
    await expect(acquireDataLock(dataDir)).rejects.toBeInstanceOf(DataInUse);
    lock.release();
    lock.release();
    const again = await acquireDataLock(dataDir);
    again.release();
  });

  test('goes with its process, even one that is killed', async () => {
    const dataDir = freshFolder();
    const holder = startChild(['lock', dataDir]);
    expect(await holder.next()).toEqual({ locked: holder.process.pid });
    await expect(acquireDataLock(dataDir)).rejects.toMatchObject({ holder: { pid: holder.process.pid } });

    await killEverything(holder, join(dataDir, 'postgres'));
    const lock = await acquireDataLock(dataDir);
    expect(JSON.parse(readFileSync(join(dataDir, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  test('never names a holder who is dead, whatever an old card says', async () => {
    const dataDir = freshFolder();
    const lock = await acquireDataLock(dataDir);
    const gone = startChild(['nothing', dataDir]);
    await killEverything(gone, '');
    writeFileSync(join(dataDir, 'lock.json'), JSON.stringify({ pid: gone.process.pid, since: '' }));
    await expect(acquireDataLock(dataDir)).rejects.toMatchObject({ code: 'data-in-use', holder: undefined });
    lock.release();
  });

  test('stays though nobody keeps what was got and memory is cleared', async () => {
    const dataDir = freshFolder();
    await acquireDataLock(dataDir);
    setFlagsFromString('--expose-gc');
    const clear = runInNewContext('gc') as () => void;
    for (let time = 0; time < 5; time++) {
      await setImmediate();
      clear();
    }
    await expect(acquireDataLock(dataDir)).rejects.toBeInstanceOf(DataInUse);
  });

  test('is got by exactly one of four processes that ask at the same instant', async () => {
    const dataDir = freshFolder();
    for (let round = 0; round < 3; round++) {
      const instant = String(Date.now() + 700);
      const children: Child[] = Array.from({ length: 4 }, () => startChild(['lock', dataDir, instant]));
      const answers = await Promise.all(children.map((child) => child.next()));
      const winners = answers.filter((answer) => 'locked' in answer);
      expect(winners).toHaveLength(1);
      for (const loser of answers.filter((answer) => !('locked' in answer))) {
        expect(loser).toMatchObject({ problem: 'data-in-use', holder: { pid: winners[0]?.locked } });
      }
      for (const child of children) await killEverything(child, '');
    }
  });
});

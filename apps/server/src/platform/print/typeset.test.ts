import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { typeset } from './typeset.ts';

test('a paper reads no file of this machine, and leaves none there', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiechuan-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const secret = path.join(folder, 'secret');
  await writeFile(secret, 'secret');
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(tmpdir()).toBe(folder);
  expect(typeset('= A paper', {}, new Date(0)).subarray(0, 5).toString()).toBe('%PDF-');
  for (const name of [secret, '../secret', 'secret', '../../../../../../../../etc/passwd'])
    expect(() => typeset(`#read(${JSON.stringify(name)})`, {}, new Date(0))).toThrow('typesetting failed');
  expect(await readdir(folder)).toEqual(['secret']);
});

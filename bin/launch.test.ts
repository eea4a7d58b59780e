import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A checkout of one dependency, so that the launcher's own work is all there is.
let checkout: string;
beforeAll(async () => {
  checkout = await mkdtemp(path.join(tmpdir(), 'jiechuan-launch-'));
  await mkdir(path.join(checkout, 'bin'));
  await mkdir(path.join(checkout, 'apps/server/src'), { recursive: true });
  await mkdir(path.join(checkout, 'local'));
  await cp(path.join(import.meta.dirname, 'launch.mjs'), path.join(checkout, 'bin/launch.mjs'));
  await writeFile(
    path.join(checkout, 'apps/server/src/cli.ts'),
    'const said: string = process.argv.slice(2).join("+");\nconsole.log(process.version.split(".")[0], said);\nprocess.exitCode = 3;\n',
  );
  await writeFile(
    path.join(checkout, 'local/package.json'),
    JSON.stringify({ name: 'local', version: '1.0.0' }),
  );
  await describe(
    { local: 'file:local' },
    { 'node_modules/local': { resolved: 'local', link: true }, local: { version: '1.0.0' } },
  );
});
afterAll(() => rm(checkout, { recursive: true, force: true }));

async function describe(dependencies: Record<string, string>, packages: object): Promise<void> {
  const manifest = { name: 'checkout', version: '1.0.0', type: 'module', dependencies };
  await writeFile(path.join(checkout, 'package.json'), JSON.stringify(manifest));
  await writeFile(
    path.join(checkout, 'package-lock.json'),
    JSON.stringify({
      name: 'checkout',
      version: '1.0.0',
      lockfileVersion: 3,
      requires: true,
      packages: { '': manifest, ...packages },
    }),
  );
}

async function launch(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const { npm_execpath: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(checkout, 'bin/launch.mjs'), ...args], {
    env: { ...inherited, LC_ALL: 'en_GB.UTF-8', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

test('it installs once, hands its words over to Node 24 or newer, and passes the exit code on', async () => {
  const first = await launch(['cli', 'a', 'b c']);
  expect(first).toMatchObject({
    code: 3,
    err: 'Installing what is missing from the lock file (first time only) …\n',
  });
  expect(first.out).toMatch(/^v(2[4-9]|[3-9]\d) a\+b c\n$/);
  const second = await launch(['cli']);
  expect(second).toMatchObject({ code: 3, err: '' });
});

test('a download that stops gives one sentence and leaves nothing half-made, and the next run begins anew', async () => {
  const before = [
    await readFile(path.join(checkout, 'package.json')),
    await readFile(path.join(checkout, 'package-lock.json')),
  ] as const;
  await describe(
    { 'is-number': '7.0.0' },
    {
      'node_modules/is-number': {
        version: '7.0.0',
        integrity:
          'sha512-41Cifkg6e8TylSpdtTpeLVMqvSBEVzTttHvERD741+pnZ8ANv0004MRL43QKPDlK9cGvNp6NZWZUBlbGXYxxng==',
      },
    },
  );
  // Nobody listens on port 1; an empty cache so that the package can't come from there.
  const offline = {
    npm_config_registry: 'http://127.0.0.1:1',
    npm_config_fetch_retries: '0',
    npm_config_cache: path.join(checkout, 'cache'),
  };
  const stopped = await launch(['cli'], offline);
  expect(stopped.code).toBe(1);
  expect(stopped.err.split('\n').slice(1)).toEqual([
    expect.stringMatching(/^The installation did not finish \(.+\) and was cleared away; .+$/),
    '',
  ]);
  expect(existsSync(path.join(checkout, 'node_modules'))).toBe(false);
  expect(existsSync(path.join(checkout, '.jiechuan-installing'))).toBe(false);
  await writeFile(path.join(checkout, 'package.json'), before[0]);
  await writeFile(path.join(checkout, 'package-lock.json'), before[1]);
  expect((await launch(['cli'])).code).toBe(3);
});

test('an installation under way elsewhere is named, one that was killed is not in the way', async () => {
  await rm(path.join(checkout, 'node_modules'), { recursive: true });
  await writeFile(path.join(checkout, '.jiechuan-installing'), String(process.pid));
  expect(await launch(['cli'])).toMatchObject({
    code: 1,
    err: expect.stringContaining(`Another process (${process.pid}) is installing`) as string,
  });
  await writeFile(path.join(checkout, '.jiechuan-installing'), '999999999');
  expect((await launch(['cli'])).code).toBe(3);
});

test('an unknown word shows what there is', async () => {
  expect(await launch(['frobnicate'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('start|dev|test|bench|cli') as string,
  });
});

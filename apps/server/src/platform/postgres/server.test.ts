import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { startPostgres } from './index.ts';
import { findPlace } from './place.ts';
import { ask } from './testing/ask.ts';
import { freshFolder, makeFolder, removeFolder } from './testing/folder.ts';
import { isRunning, killEverything, postmasterOf, startChild } from './testing/processes.ts';

describe('the embedded server', () => {
  // making a cluster takes a second: these tests share one, and each leaves it stopped
  let dataDir = '';
  beforeAll(async () => {
    dataDir = makeFolder();
    await (await startPostgres({ dataDir })).stop();
  });
  afterAll(() => removeFolder(dataDir));

  test('is durable, checks its pages, listens on loopback only and hashes passwords with SCRAM', async () => {
    const server = await startPostgres({ dataDir });
    const rows = await ask<{ name: string; setting: string }>(
      server.connectionString,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit',
         'data_checksums', 'listen_addresses', 'unix_socket_directories', 'password_encryption', 'server_encoding')`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
    });
    expect(new URL(server.connectionString).hostname).toBe('127.0.0.1');
    await server.stop();
  });

  test('gives the application a database of its own and no superuser', async () => {
    const server = await startPostgres({ dataDir });
    const [who] = await ask(
      server.connectionString,
      `select current_database() as database, r.rolname as role, rolsuper as super, pg_get_userbyid(datdba) as owner
         from pg_database join pg_roles r on r.rolname = current_user where datname = current_database()`,
    );
    expect(who).toEqual({ database: 'jiechuan', role: 'jiechuan', super: false, owner: 'jiechuan' });
    await expect(ask(server.connectionString, "copy (select 1) to program 'true'")).rejects.toThrow(
      /permission denied/,
    );
    await server.stop();
  });

  test('lets nobody in without the generated password, which only its owner can read', async () => {
    const server = await startPostgres({ dataDir });
    const wrong = new URL(server.connectionString);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'postgres.password'), 'utf8')).toMatch(/^[\w-]{32}$/);
    await server.stop();
  });

  test('knows Chinese and Russian letters in trigrams, stems and case', async () => {
    const server = await startPostgres({ dataDir });
    await ask(server.connectionString, 'create extension pg_trgm');
    const [row] = await ask(
      server.connectionString,
      `select similarity('дубаньцзян', 'дубанцзян') > 0.5 as russian, similarity('郫县豆瓣酱', '郫县豆瓣') > 0.4 as chinese,
              to_tsvector('russian', 'Острая паста') @@ to_tsquery('russian', 'пасты') as stem, lower('ДУБ') as lower`,
    );
    expect(row).toEqual({ russian: true, chinese: true, stem: true, lower: 'дуб' });
    await server.stop();
  });

  test('takes settings, and the next start without them has the defaults again', async () => {
    const tuned = await startPostgres({
      dataDir,
      settings: { work_mem: '3MB', log_line_prefix: "it's %m " },
    });
    expect(await ask(tuned.connectionString, 'show work_mem')).toEqual([{ work_mem: '3MB' }]);
    await tuned.stop();
    const plain = await startPostgres({ dataDir });
    expect(await ask(plain.connectionString, 'show work_mem')).toEqual([{ work_mem: '8MB' }]);
    await plain.stop();
  });

  test('is down when stop() returns, and stopping twice is harmless', async () => {
    const server = await startPostgres({ dataDir });
    const pid = postmasterOf(server.location) ?? 0;
    expect(isRunning(pid)).toBe(true);
    await server.stop();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(server.location, 'postmaster.pid'))).toBe(false);
    await server.stop();
  });

  test('is adopted by the next start when its Node was killed', async () => {
    const child = startChild(['start', dataDir]);
    const left = await child.next();
    child.process.kill('SIGKILL');
    await child.ended;

    const server = await startPostgres({ dataDir });
    expect(server).toMatchObject({
      adopted: true,
      connectionString: left.connectionString,
      location: left.location,
    });
    expect(await ask(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(postmasterOf(server.location)).toBeUndefined();
  });

  test('starts anew when it was killed itself, with all its processes', async () => {
    const before = await startPostgres({ dataDir });
    await ask(before.connectionString, 'create table kept as select 7 as seven');
    await killEverything(undefined, before.location);
    expect(postmasterOf(before.location)).toBeDefined(); // the stale file is there

    const server = await startPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    expect(await ask(server.connectionString, 'select seven from kept')).toEqual([{ seven: 7 }]);
    await server.stop();
  });

  test('starts when only the postmaster was killed and its backends are still going', async () => {
    const before = await startPostgres({ dataDir });
    const busy = new Client({ connectionString: before.connectionString });
    busy.on('error', () => {});
    await busy.connect();
    const cut = busy.query('select pg_sleep(60)').catch((error: Error) => error);
    process.kill(postmasterOf(before.location) ?? 0, 'SIGKILL');

    const server = await startPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    expect(await ask(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await cut).toBeInstanceOf(Error);
    await server.stop();
  });

  test('starts when the server it found is killed while it connects to it', async () => {
    const before = await startPostgres({ dataDir });
    const postmaster = postmasterOf(before.location) ?? 0;
    // Stopped, it takes connections and says nothing.
    process.kill(postmaster, 'SIGSTOP');
    const starting = startPostgres({ dataDir });
    await sleep(1500);
    process.kill(postmaster, 'SIGKILL');

    const server = await starting;
    expect(server.adopted).toBe(false);
    expect(await ask(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  test('is not fooled by a stale postmaster.pid whose number now belongs to another program', async () => {
    const before = await startPostgres({ dataDir });
    await killEverything(undefined, before.location);
    const file = join(before.location, 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));

    const server = await startPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    expect(isRunning(process.pid)).toBe(true);
    await server.stop();
  });

  test('refuses a cluster of another major release and names the way to upgrade', async () => {
    const file = join(dataDir, 'postgres', 'PG_VERSION');
    const real = readFileSync(file, 'utf8');
    writeFileSync(file, '16\n');
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({
      code: 'old-cluster',
      message: expect.stringMatching(/PostgreSQL 16.*backup.*restore/) as string,
    });
    writeFileSync(file, real);
    expect(postmasterOf(join(dataDir, 'postgres'))).toBeUndefined();
  });
});

describe('the first start', () => {
  test('of two processes at the same instant makes one cluster, which both use', async () => {
    const dataDir = join(freshFolder(), 'data');
    const instant = String(Date.now() + 700);
    const children = [startChild(['start', dataDir, instant]), startChild(['start', dataDir, instant])];
    const [one, two] = await Promise.all(children.map((child) => child.next()));
    expect(one?.connectionString).toMatch(/^postgres:/);
    expect(two?.connectionString).toBe(one?.connectionString);
    expect(new Set([one?.adopted, two?.adopted])).toEqual(new Set([false, true]));
    for (const child of children) expect(child.errors()).toBe('');
    for (const child of children) await killEverything(child, join(dataDir, 'postgres'));
  });

  test('killed at any moment leaves a whole cluster or none, and the next one succeeds', async () => {
    const dataDir = join(freshFolder(), 'data');
    for (const delay of [250, 400, 550, 700, 900, 1100]) {
      const child = startChild(['start', dataDir]);
      await new Promise((resolve) => setTimeout(resolve, delay * (0.8 + Math.random() * 0.4)));
      await killEverything(child, join(dataDir, 'postgres'));
      const version = join(dataDir, 'postgres', 'PG_VERSION');
      expect(existsSync(version)).toBe(existsSync(dirname(version))); // initdb writes this file first, but the folder gets its name last
    }
    const server = await startPostgres({ dataDir });
    expect(await ask(server.connectionString, 'select current_database() as name')).toEqual([
      { name: 'jiechuan' },
    ]);
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
    await server.stop();
  });

  test('works on a machine without any UTF-8 locale, and says what that costs', async () => {
    const dataDir = freshFolder();
    const said: string[] = [];
    const place = await findPlace(dataDir, () => {});
    const binaries = await prepareBinaries(place.account, dataDir);
    writeFileSync(join(dataDir, 'postgres.password'), 'a password');
    await ensureCluster(place, binaries, 'a password', (line) => said.push(line), ['xx_XX.UTF-8', 'C']);
    expect(said).toEqual([expect.stringMatching(/UTF-8/)]);

    const server = await startPostgres({ dataDir });
    expect(await ask(server.connectionString, "select lower('ДУБ') as lower")).toEqual([{ lower: 'дуб' }]);
    await server.stop();
  });
});

import { accessSync, constants, statfsSync } from 'node:fs';
import { sql } from 'kysely';
import { migrationPlan } from '../app.ts';
import { openDatabase, type Db } from '../platform/db/database.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withDatabase } from './with-app.ts';

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

/** Looks for what is wrong and changes nothing. Exit code 3 when something is. */
export async function doctorCommand(): Promise<Told> {
  const findings = await withDatabase(async (connectionString, config) => {
    const { bavail, bsize } = statfsSync(config.dataDir);
    const freeMegabytes = Math.floor((bavail * bsize) / 1024 ** 2);
    const database = openDatabase(connectionString, { max: 2 });
    try {
      return [
        { check: 'node', ok: Number(process.versions.node.split('.')[0]) >= 24, detail: process.version },
        { check: 'dataFolder', ok: writable(config.dataDir), detail: config.dataDir },
        { check: 'disk', ok: freeMegabytes > 1024, detail: `${freeMegabytes} MB` },
        ...(await lookAtDatabase(database.db)),
      ];
    } finally {
      await database.close();
    }
  });
  const ok = findings.every((finding) => finding.ok);
  const lines = findings.map(
    (finding) =>
      `${finding.ok ? '✓' : '✗'} ${message(terminalLanguage, `cli.check.${finding.check}`)}: ${finding.detail}`,
  );
  return { lines, value: { ok, findings }, exitCode: ok ? 0 : 3 };
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function lookAtDatabase(db: Db): Promise<Finding[]> {
  const setting = async (name: string) =>
    (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db)).rows[0]!.value;
  const server = Number(await setting('server_version_num'));
  const { rows: type } = await sql<{ encoding: string; lower: string }>`
    select pg_encoding_to_char(encoding) as encoding, lower('ДА') as lower from pg_database where datname = current_database()`.execute(
    db,
  );
  const present = async (table: string) =>
    (await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(db)).rows[0]!
      .there;
  const known = migrationPlan.flatMap(({ module, migrations }) =>
    Object.keys(migrations).map((name) => `${module}/${name}`),
  );
  const applied = (await present('public.migration'))
    ? (await sql<{ name: string }>`select name from migration`.execute(db)).rows.map(({ name }) => name)
    : [];
  const open = known.filter((name) => !applied.includes(name));
  const failedJobs = (await present('jobs.job'))
    ? (await sql<{ n: number }>`select count(*) as n from jobs.job where state = 'failed'`.execute(db))
        .rows[0]!.n
    : 0;
  const failedMails = (await present('public.mail'))
    ? (await sql<{ n: number }>`select count(*) as n from mail where state = 'failed'`.execute(db)).rows[0]!.n
    : 0;
  return [
    { check: 'postgres', ok: server >= 150_000, detail: await setting('server_version') },
    {
      check: 'durable',
      ok: (await setting('fsync')) === 'on' && (await setting('full_page_writes')) === 'on',
      detail: `fsync ${await setting('fsync')}`,
    },
    // pg_trgm and lower() go by LC_CTYPE: with C neither Chinese nor Russian is found by its letters.
    {
      check: 'encoding',
      ok: type[0]!.encoding === 'UTF8' && type[0]!.lower === 'да',
      detail: `${type[0]!.encoding}, lower('ДА') = ${type[0]!.lower}`,
    },
    {
      check: 'migrations',
      ok: open.length === 0,
      detail: open.length === 0 ? String(applied.length) : open.join(', '),
    },
    { check: 'jobs', ok: failedJobs === 0, detail: String(failedJobs) },
    { check: 'mails', ok: failedMails === 0, detail: String(failedMails) },
  ];
}

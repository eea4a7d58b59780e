import { totalmem } from 'node:os';

/** Settings for a small machine that runs the application beside the database; nothing here trades durability. */
const defaults: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '120',
  shared_buffers: megabytes(share(1 / 16, 128, 1024)),
  effective_cache_size: megabytes(share(1 / 4, 512, 8192)),
  work_mem: '8MB',
  maintenance_work_mem: megabytes(share(1 / 64, 64, 512)),
  max_wal_size: '2GB',
  random_page_cost: '1.1', // SSDs
  effective_io_concurrency: '64',
  jit: 'off', // compiling costs more than our short queries take
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C', // problems.ts reads PostgreSQL's messages
  logging_collector: 'on', // one file for each day of the week, so the log never grows for ever
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
};

/** The text of jiechuan.conf: our defaults, then `overrides`, then the port. */
export function settingsFile(port: number, overrides: Record<string, string>): string {
  const all = { ...defaults, ...overrides, port: String(port) };
  return Object.entries(all)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');
}

function share(part: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, (totalmem() / 2 ** 20) * part)));
}

function megabytes(size: number): string {
  return `${size}MB`;
}

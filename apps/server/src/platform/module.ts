import type { FastifyBaseLogger } from 'fastify';
import type { Config } from './config.ts';
import type { Db } from './db/database.ts';
import type { Migrations } from './db/migrate.ts';
import type { Notifications } from './db/notifications.ts';
import type { Events } from './events/events.ts';
import type { Files } from './files/files.ts';
import type { Mount } from './http/mount.ts';
import type { Intakes, UploadMakers } from './http/upload.ts';
import type { Live } from './live/live.ts';
import type { Mail } from './mail/mail.ts';
import type { Policy } from './policy.ts';

/** What the platform gives every module. Inside a use case only `trx` touches the database. */
export interface Ground {
  config: Config;
  /** For reads and for jobs that open their own transaction; never inside one. */
  db: Db;
  events: Events;
  notifications: Notifications;
  files: Files;
  mail: Mail;
  live: Live;
  log: FastifyBaseLogger;
}

/** One capability of the alliance, as its index.ts hands it to app.ts. */
export interface Module {
  name: string;
  migrations: Migrations;
  policy: Policy;
  /** How the files sent to its operations are taken in; those of others aren't kept. */
  intakes?: Intakes;
  /** What it makes of uploads before their transaction begins. */
  uploadMakers?: UploadMakers;
  /** Mounts the module's endpoints. */
  routes(mount: Mount, ground: Ground): void;
  /** Declares the module's event handlers and jobs. */
  listen?(ground: Ground): void;
  /** Ends what it does by itself, before the database is closed. */
  close?(): void;
}

import path from 'node:path';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { accountsModule } from './modules/accounts/index.ts';
import { catalogueMigrations, catalogueModule, productFactsFor } from './modules/catalogue/index.ts';
import { boardMigrations, boardModule } from './modules/board/index.ts';
import { dealSides, dealsEvents, dealsMigrations, dealsModule } from './modules/deals/index.ts';
import { filesModule } from './modules/files/index.ts';
import { freightMigrations, freightModule, loadFreightFacts } from './modules/freight/index.ts';
import { gatheringsMigrations, gatheringsModule } from './modules/gatherings/index.ts';
import { loadMarketFacts, marketsMigrations, marketsModule } from './modules/markets/index.ts';
import { matchingMigrations, matchingModule } from './modules/matching/index.ts';
import { networkMigrations, networkModule } from './modules/network/index.ts';
import { hasPlan, plansMigrations, plansModule, reckonPlan } from './modules/plans/index.ts';
import { searchModule } from './modules/search/index.ts';
import {
  addresseeOf,
  countryOf,
  membersIn,
  membersMigrations,
  membersModule,
  namesOf,
  roleOf,
} from './modules/members/index.ts';
import { authMigrations, createAuth, readSecret, type Auth } from './platform/auth/index.ts';
import type { Config } from './platform/config.ts';
import { openDatabase, type Database, type Db } from './platform/db/database.ts';
import { migrate, type MigrationPlan } from './platform/db/migrate.ts';
import { platformMigrations } from './platform/db/migrations/index.ts';
import { createNotifications } from './platform/db/notifications.ts';
import { createEvents, type Events } from './platform/events/events.ts';
import { createFiles } from './platform/files/files.ts';
import { localStore, s3Store } from './platform/files/store.ts';
import { createReadiness, mountHealth, type Readiness } from './platform/http/health.ts';
import { sweepKeys } from './platform/http/idempotency.ts';
import { fetchInside } from './platform/http/inside.ts';
import { mountFor } from './platform/http/mount.ts';
import { describeApi } from './platform/http/openapi.ts';
import { mountReference } from './platform/http/reference.ts';
import { createServer, type Authenticate } from './platform/http/server.ts';
import { sweepUploads, type Intakes, type UploadMakers } from './platform/http/upload.ts';
import { mountWeb } from './platform/http/web.ts';
import { createLive } from './platform/live/live.ts';
import { createMail } from './platform/mail/mail.ts';
import { negotiateLanguage } from './platform/i18n/messages.ts';
import { readSealingKey, type SealingKey } from './platform/seal/index.ts';
import type { Policy } from './platform/policy.ts';
import type { Ground, Module } from './platform/module.ts';

/** The capabilities of the alliance, ground first (house: a module may import those before it). */
export const createModules = (auth: Auth, sealingKey: () => Promise<SealingKey>): readonly Module[] => {
  const catalogue = catalogueModule();
  const members = membersModule({ createOwner: (trx, owner) => auth.createOwner(trx, owner) });
  const modules: readonly Module[] = [
    accountsModule(auth, {
      organisationNames: namesOf,
      operations: () => modules.flatMap(({ policy }) => Object.keys(policy)),
    }),
    filesModule,
    members,
    marketsModule({
      organisationNames: namesOf,
      countryOf,
      membersIn,
      addresseeOf,
      productFacts: productFactsFor,
    }),
    catalogue,
    networkModule({ dealMoved: dealsEvents.moved }),
    freightModule({ hasPlan }),
    plansModule(),
    matchingModule({ list: catalogue.list, reckonPlan }),
    dealsModule({ proofs: auth.proofs, sealingKey }),
    gatheringsModule({ dealSides }),
    searchModule(catalogue.list, members.search),
    boardModule(),
  ];
  return modules;
};

/** Read when something is sealed for the first time: making one takes a second. */
function sealingKeyOf(config: Config): () => Promise<SealingKey> {
  let key: Promise<SealingKey> | undefined;
  return () => (key ??= readSealingKey(config.dataDir, config.sealingKey));
}

/** What the database is brought to, in order. */
export const migrationPlan: MigrationPlan = [
  { module: 'platform', migrations: platformMigrations },
  { module: 'auth', migrations: authMigrations },
  { module: 'members', migrations: membersMigrations },
  { module: 'markets', migrations: marketsMigrations },
  { module: 'catalogue', migrations: catalogueMigrations },
  { module: 'network', migrations: networkMigrations },
  { module: 'freight', migrations: freightMigrations },
  { module: 'plans', migrations: plansMigrations },
  { module: 'matching', migrations: matchingMigrations },
  { module: 'deals', migrations: dealsMigrations },
  { module: 'gatherings', migrations: gatheringsMigrations },
  { module: 'board', migrations: boardMigrations },
];

export interface AppOptions {
  config: Config;
  connectionString: string;
  log: FastifyBaseLogger;
  /** Holds every answer against the contract (tests). */
  checkAnswers?: boolean;
  /** Who asks; the real sign-in unless a test is somebody. */
  authenticate?: Authenticate;
  /** False where jobs are put in but not worked: the command line. */
  workers?: boolean;
  /** Folder of the built pages; without it only the API is served. */
  webBuildDir?: string;
}

export interface App {
  http: FastifyInstance;
  ground: Ground;
  auth: Auth;
  policy: Policy;
  database: Database;
  events: Events;
  readiness: Readiness;
  fetchInside: typeof fetch;
  /** Stops taking requests, answers those under way, finishes running jobs, closes the database. */
  close(): Promise<void>;
}

/** Who asks: the person or key that signing in knows, in the role that their organisation gives them. */
const authenticateWith =
  (auth: Auth, db: Db): Authenticate =>
  async (request) => {
    const { language, ip, id: requestId } = request;
    // Keys are for the API: what reads /metrics or a proxy before the pages brings tokens of its own.
    const headers = request.url.startsWith('/api/')
      ? request.headers
      : { ...request.headers, authorization: undefined, 'x-api-key': undefined };
    const identity = await auth.identify(headers);
    const {
      userId = null,
      name = null,
      organisationId = null,
      organisationRole = null,
      scopes = null,
    } = identity ?? {};
    const role =
      identity === null ? 'visitor' : organisationId === null ? 'user' : await roleOf(db, organisationId);
    return {
      userId,
      userName: name,
      organisationId,
      organisationRole,
      role,
      scopes,
      language,
      ip,
      requestId,
    };
  };

/** Builds everything that runs, each dependency handed over by hand: read from top to bottom. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, connectionString, log } = options;
  const database = openDatabase(connectionString, {
    onError: (error) => log.error({ err: error }, 'database connection lost'),
  });
  const { db } = database;
  await migrate(db, migrationPlan);
  await db.transaction().execute((trx) => loadFreightFacts(trx));

  const events = createEvents(connectionString, (error, where) =>
    log.error({ err: error, where }, 'job failed'),
  );
  const files = createFiles(
    config.filesUrl ? s3Store(config.filesUrl) : localStore(path.join(config.dataDir, 'files')),
  );
  const notifications = createNotifications(connectionString, (error) =>
    log.error({ err: error }, 'notifications lost'),
  );
  const mail = createMail({ db, events, smtpUrl: config.smtpUrl, from: config.mailFrom });
  const live = createLive(notifications, (error) => log.error({ err: error }, 'live reading failed'));
  const ground: Ground = { config, db, events, notifications, files, mail, live, log };
  const auth = createAuth({
    connectionString,
    db,
    publicUrl: config.publicUrl,
    secret: readSecret(config.dataDir),
    signInLimit: config.signInLimit,
    sendMail: ({ to, template, params, request }) =>
      mail.send(db, {
        to,
        template,
        params,
        language: negotiateLanguage(request?.headers.get('accept-language') ?? undefined),
      }),
    onError: (text, details) => log.error({ details }, `auth: ${text}`),
  });
  const modules = createModules(auth, sealingKeyOf(config));

  events.work('platform.sweep', async () => {
    await sweepKeys(db);
    await auth.sweep();
    await sweepUploads(path.join(config.dataDir, 'uploads'));
    await files.sweep(db);
  });
  events.every('17 * * * *', 'platform.sweep');
  for (const module of modules) module.listen?.(ground);
  await events.start({ workers: options.workers ?? true });
  await notifications.start();
  await db.transaction().execute((trx) => loadMarketFacts(trx, events));

  const http = await createServer({ ...config, checkAnswers: options.checkAnswers, logger: log });
  const readiness = createReadiness();
  mountHealth(http, {
    readiness,
    ping: () => sql`select 1`.execute(db),
    metricsToken: config.metricsToken,
  });
  await describeApi(http);
  mountReference(http);
  const authenticate = options.authenticate ?? authenticateWith(auth, db);
  http.addHook('onRequest', async (request) => {
    request.actor = await authenticate(request);
  });
  http.decorate('uploadKeeping', {
    files,
    db,
    intakes: Object.assign({}, ...modules.map((one) => one.intakes)) as Intakes,
    makers: Object.assign({}, ...modules.map((one) => one.uploadMakers)) as UploadMakers,
  });
  await auth.mount(http);
  for (const module of modules) module.routes(mountFor(http, db, module.policy, notifications.heard), ground);
  if (options.webBuildDir) {
    await mountWeb(http, {
      buildDir: options.webBuildDir,
      origin: config.publicUrl,
      development: !config.production,
    });
  }
  await http.ready();

  return {
    http,
    ground,
    auth,
    policy: Object.assign({}, ...modules.map((module) => module.policy)) as Policy,
    database,
    events,
    readiness,
    fetchInside: fetchInside(http),
    async close() {
      // Open lines would keep the server waiting.
      live.close();
      await http.close();
      for (const module of modules) module.close?.();
      await events.stop();
      await notifications.stop();
      await auth.close();
      await database.close();
    },
  };
}

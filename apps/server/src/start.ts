import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import pino from 'pino';
import { createApp, type App } from './app.ts';
import { readConfig, type Config } from './platform/config.ts';
import { createLog } from './platform/log.ts';
import { message, terminalLanguage } from './platform/i18n/messages.ts';
import {
  acquireDataLock,
  DataInUse,
  isDiskFull,
  StartProblem,
  startPostgres,
} from './platform/postgres/index.ts';
import { seedFirstTime } from './seed.ts';
import { ensureWebBuild, webBuildDir } from './web-build.ts';

const say = (code: string, params: Record<string, string | number> = {}) =>
  void process.stdout.write(`${message(terminalLanguage, `start.${code}`, params)}\n`);

/** Starts everything, prints the address, and stays until a signal asks it to end. */
export async function start(): Promise<void> {
  let dataDir = '';
  try {
    const config = readConfig();
    ({ dataDir } = config);
    await run(config);
  } catch (problem) {
    // A disk that fills up while the database is filled is the disk's trouble, whoever notices it.
    const error = isDiskFull(problem) ? new StartProblem('disk-full', { path: dataDir }, problem) : problem;
    if (error instanceof DataInUse && error.holder?.address) {
      say('alreadyRunning', { address: error.holder.address, pid: error.holder.pid });
      process.exit(0);
    }
    if (error instanceof StartProblem || error instanceof RangeError)
      process.stderr.write(`${error.message}\n`);
    else
      process.stderr.write(
        `${message(terminalLanguage, 'start.failed', { reason: (error as Error).message })}\n`,
      );
    process.exit(1);
  }
}

async function run(config: Config): Promise<void> {
  const lock = await acquireDataLock(config.dataDir, { address: config.publicUrl });
  const lines = pino.destination(config.logFile ?? path.join(config.dataDir, 'jiechuan.log'));
  // Only then can it be flushed when the process ends at once.
  await once(lines, 'ready');
  const log = createLog(config.logLevel, lines);
  const running: { app?: App; postgres?: { connectionString: string; stop(): Promise<void> } } = {};
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= (async () => {
      await running.app?.close();
      await running.postgres?.stop();
      lock.release();
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'closing');
      void close().then(() => process.exit(0));
    });
  }
  try {
    await refuseTakenPort(config);
    await ensureWebBuild(() => say('building'));
    running.postgres = config.databaseUrl
      ? { connectionString: config.databaseUrl, stop: async () => {} }
      : await startPostgres({ dataDir: config.dataDir, log: (line) => log.info(line) });
    running.app = await createApp({
      config,
      connectionString: running.postgres.connectionString,
      log,
      webBuildDir,
    });
    const { http } = running.app;
    const listen = async () => {
      const address = await http.listen({ port: config.port, host: config.host });
      const shown = config.port === 0 ? `http://localhost:${new URL(address).port}` : config.publicUrl;
      lock.announce(shown);
      say('ready', { address: shown });
    };
    await seedFirstTime(running.app, say, listen);
  } catch (error) {
    if (closing) return;
    await close();
    throw error;
  }
}

/** @throws RangeError with one sentence, before anything has been started */
async function refuseTakenPort({ port, host }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'EADDRINUSE' ? 'portTaken' : 'portRefused';
      reject(new RangeError(message(terminalLanguage, `start.${code}`, { port, reason: error.message })));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

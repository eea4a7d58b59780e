import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, type App } from '../../../app.ts';
import { readConfig } from '../../../platform/config.ts';
import { createLog } from '../../../platform/log.ts';
import { createTestDatabase } from '../../../platform/testing/database.ts';

export const password = 'correct horse battery';

/** What a browser keeps and sends. Each is at an address of its own, unless told. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly ip: string;
  readonly #app: App;
  readonly #origin: string;
  constructor(app: App, origin: string, ip: string) {
    this.#app = app;
    this.#origin = origin;
    this.ip = ip;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(
    address: string,
    body?: object,
    more: {
      language?: string;
      method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      headers?: Record<string, string>;
    } = {},
  ) {
    const answer = await this.#app.http.inject({
      method: more.method ?? (body ? 'POST' : 'GET'),
      url: address,
      remoteAddress: this.ip,
      headers: {
        'accept-language': more.language ?? 'en',
        origin: this.#origin,
        cookie: this.cookieHeader,
        ...more.headers,
      },
      ...(body && { payload: body }),
    });
    for (const { name, value } of answer.cookies as { name: string; value: string }[])
      this.cookies.set(name, encodeURIComponent(value));
    const json = answer.payload !== '' && answer.headers['content-type']?.includes('json');
    return {
      status: answer.statusCode,
      json: json ? (answer.json() as Record<string, unknown>) : null,
      headers: answer.headers,
    };
  }

  /** Asks the sign-in library. */
  auth(address: string, body?: object, language?: string) {
    return this.ask(`/api/auth${address}`, body, language === undefined ? {} : { language });
  }
}

export interface RealApp {
  app: App;
  databaseUrl: string;
  /** Lines of the log so far. */
  logged: string[];
  browser(ip?: string): Browser;
  /** Somebody who has signed up and confirmed the address. */
  newPerson(): Promise<{ browser: Browser; email: string }>;
  mailsTo(email: string): Promise<{ subject: string; body: string; state: string }[]>;
  /** The link in the newest mail, without its origin. */
  linkMailedTo(email: string): Promise<string>;
  close(): Promise<void>;
}

/** The application with its real sign-in: no actor is made up here. */
export async function startRealApp(
  server: string,
  env: Record<string, string> = { PORT: '4000' },
): Promise<RealApp> {
  const { url, drop } = await createTestDatabase(server);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jiechuan-real-'));
  const logged: string[] = [];
  const config = { ...readConfig(env), rateLimit: 100_000, signInLimit: 60, dataDir };
  const app = await createApp({
    config,
    connectionString: url,
    log: createLog('trace', { write: (line: string) => void logged.push(line) }),
    checkAnswers: true,
  });
  const { origin } = new URL(config.publicUrl);
  let addresses = 0;
  let people = 0;
  const browser = (ip = `10.${addresses >> 8}.${addresses++ & 255}.7`) => new Browser(app, origin, ip);
  const mailsTo = (email: string) =>
    app.database.db.selectFrom('mail').selectAll().where('recipient', '=', email).orderBy('id').execute();
  const linkMailedTo = async (email: string) => {
    const link = /https?:\/\/[^/\s]+(\S+)/.exec((await mailsTo(email)).at(-1)?.body ?? '');
    if (!link) throw new Error(`no link was mailed to ${email}`);
    return link[1]!;
  };
  return {
    app,
    databaseUrl: url,
    logged,
    browser,
    mailsTo,
    linkMailedTo,
    async newPerson() {
      const own = browser();
      const email = `person-${++people}@example.org`;
      await own.auth('/sign-up/email', { name: `Person ${people}`, email, password });
      await own.ask(await linkMailedTo(email));
      return { browser: own, email };
    },
    async close() {
      await app.close();
      await drop();
      await rm(dataDir, { recursive: true });
    },
  };
}

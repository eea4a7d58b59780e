import path from 'node:path';

/** Everything the environment can tell the server. Read once, at the start. */
export interface Config {
  port: number;
  host: string;
  /** Folder of the embedded database, files, secrets. */
  dataDir: string;
  /** An outside PostgreSQL ≥ 15 instead of the embedded one. */
  databaseUrl: string | undefined;
  /** Address people type; links in mails begin with it. */
  publicUrl: string;
  /** smtp://user:password@host:port; without it mails lie in the outbox page. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** s3://bucket?endpoint=…&region=… ; without it files lie in dataDir/files. */
  filesUrl: string | undefined;
  /** A PKCS #12 file with the key that documents are sealed with; without it one lies in dataDir/seal.pem. */
  sealingKey: { file: string; password: string } | undefined;
  production: boolean;
  /** The first start loads the demo alliance into an empty database. */
  demo: boolean;
  logLevel: string;
  /** Where log lines go: a path, or /dev/stdout; dataDir/jiechuan.log unless told. */
  logFile: string | undefined;
  /** How many proxies in front add to X-Forwarded-For; what lies further back in it was written by callers. */
  trustProxy: number;
  /** Who knows it reads the metrics; without one only callers on the machine itself do. */
  metricsToken: string | undefined;
  /** Requests a minute and caller. */
  rateLimit: number;
  /** Attempts at signing in a minute and address. */
  signInLimit: number;
}

/** A variable that is set to nothing is one that isn't set. @throws RangeError naming the variable that can't be read */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  const env = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const port = Number(env['PORT'] ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`PORT: ${env['PORT']} is not a port number (0–65535)`);
  }
  const counted = (name: string, otherwise: number, least: number, what: string): number => {
    const value = Number(env[name] ?? otherwise);
    if (!Number.isInteger(value) || value < least)
      throw new RangeError(`${name}: ${env[name]} is not a number of ${what}`);
    return value;
  };
  const publicUrl = env['JIECHUAN_URL'] ?? `http://localhost:${port}`;
  if (!/^https?:$/.test(URL.parse(publicUrl)?.protocol ?? ''))
    throw new RangeError(`JIECHUAN_URL: ${publicUrl} is not an address such as https://ship.example`);
  const databaseUrl = env['DATABASE_URL'];
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new RangeError(
      'DATABASE_URL: only PostgreSQL can be used; write it as postgres://user:password@host:5432/database',
    );
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: path.resolve(env['JIECHUAN_DATA'] ?? 'data'),
    databaseUrl,
    publicUrl,
    smtpUrl: env['SMTP_URL'],
    mailFrom: env['MAIL_FROM'] ?? 'Jiechuan <no-reply@localhost>',
    filesUrl: env['FILES_URL'],
    sealingKey: env['SEAL_P12']
      ? { file: env['SEAL_P12'], password: env['SEAL_P12_PASSWORD'] ?? '' }
      : undefined,
    production: env['NODE_ENV'] === 'production',
    demo: env['JIECHUAN_DEMO'] !== '0',
    logLevel: env['LOG_LEVEL'] ?? 'info',
    logFile: env['LOG_FILE'],
    metricsToken: env['METRICS_TOKEN'],
    trustProxy: counted('TRUST_PROXY', 0, 0, 'proxies'),
    rateLimit: counted('JIECHUAN_RATE_LIMIT', 600, 1, 'requests a minute'),
    signInLimit: counted('JIECHUAN_SIGN_IN_LIMIT', 10, 1, 'attempts a minute'),
  };
}

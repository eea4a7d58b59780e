import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The key that signs sessions: BETTER_AUTH_SECRET, else one made once and kept in the data folder for
 * its owner's eyes only. Several processes over one database must be given the same.
 */
export function readSecret(dataDir: string, env: NodeJS.ProcessEnv = process.env): string {
  const given = env['BETTER_AUTH_SECRET'];
  if (given) return given;
  const file = path.join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

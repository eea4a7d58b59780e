import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const web = path.join(root, 'apps/web');

/** Where the built pages lie. */
export const webBuildDir = path.join(web, 'build');
const stamp = path.join(webBuildDir, 'built-from');

/** What the pages were built from: any change of it makes the build stale. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const sources = globSync(
    [
      'apps/web/app/**/*',
      'apps/web/public/**/*',
      'apps/web/scripts/**/*',
      'apps/web/*.{ts,json,mjs}',
      'packages/contract/src/**/*',
      'package-lock.json',
    ],
    { cwd: root, withFileTypes: true },
  )
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of sources) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Builds the web app when its sources have changed since the last build. The stamp is written last,
 * so a build that was stopped counts as none.
 * @param onBuild told once, only when a build is needed
 * @throws Error with the builder's last lines
 */
export async function ensureWebBuild(onBuild: () => void): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  onBuild();
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const child = spawn(npm, ['run', 'build', '--silent'], {
    cwd: web,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said = (said + part).slice(-4000)));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`apps/web: ${said.trim()}`);
  writeFileSync(stamp, wanted);
}

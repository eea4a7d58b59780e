import { spawn } from 'node:child_process';
import path from 'node:path';

// `npm run dev`: the same start, begun again whenever a source changes; stale pages are rebuilt by it.
const root = path.resolve(import.meta.dirname, '..');
const watched = ['apps/server/src', 'apps/server/locales', 'apps/web/app', 'packages/contract/src'];
const child = spawn(
  process.execPath,
  [
    ...process.execArgv,
    '--watch-preserve-output',
    ...watched.map((folder) => `--watch-path=${path.join(root, folder)}`),
    path.join(root, 'apps/server/src/main.ts'),
  ],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

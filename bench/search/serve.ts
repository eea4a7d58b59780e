import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Service } from './service.ts';

/** Starts the search in a process of its own, as it runs: one that has made a demo alliance before is slower. */
export async function serve(service: Service): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, path.join(import.meta.dirname, 'service.ts'), JSON.stringify(service)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const said = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', resolve);
  });
  const url = await Promise.race([said, ended]);
  if (typeof url !== 'string') throw new Error(`the search ended with ${url}`);
  return {
    url: url.trim(),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Load, Loaded } from './send.ts';

/** Sends requests from a process of its own, so that sending takes nothing from the server's event loop. */
export async function load(request: Load): Promise<Loaded> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, path.join(import.meta.dirname, 'send.ts'), JSON.stringify(request)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the load process ended with ${code}`);
  return JSON.parse(said) as Loaded;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Ground } from './ground.ts';
import { seconds, type Result } from './report.ts';

const root = path.resolve(import.meta.dirname, '..');
const longestMs = 180_000;

/** From `npm start` on a filled data folder to the first page, and what that page weighs. */
export async function benchStart(ground: Ground): Promise<Result> {
  const dataDir = path.join(ground.folder, 'start');
  const port = await freePort();
  const first = await startOnce(dataDir, port, '/readyz');
  await stop(first.child);
  const second = await startOnce(dataDir, port, '/');
  const weight = await weigh(`http://127.0.0.1:${port}/`);
  await stop(second.child);
  return {
    title: 'Start and first page',
    columns: ['What', 'Measured', 'Goal'],
    rows: [
      ['first start to ready, demo alliance loaded', seconds(first.ms), '1 min'],
      ['second start to first page', seconds(second.ms), '5 s'],
      ['first page, compressed', `${(weight.total / 1000).toFixed(1)} kB`, '150 kB'],
      ...Object.entries(weight.byKind).map(([kind, bytes]) => [
        `— ${kind}`,
        `${(bytes / 1000).toFixed(1)} kB`,
        '',
      ]),
    ],
    notes: [
      'Everything the home page loads at once (page, styles, scripts; fonts that its style names for its script), as sent with brotli.',
    ],
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function startOnce(
  dataDir: string,
  port: number,
  until: string,
): Promise<{ ms: number; child: ChildProcess }> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'bin/launch.mjs'), 'start'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), JIECHUAN_DATA: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (performance.now() - began < longestMs) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}${until}`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return { ms: performance.now() - began, child };
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill();
  throw new Error(`${until} did not answer in ${seconds(longestMs)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Bytes on the wire of a page and of what it loads at once, by kind. */
async function weigh(url: string): Promise<{ total: number; byKind: Record<string, number> }> {
  const page = await fetch(url, { headers: { 'accept-language': 'zh-CN' } });
  const html = await page.text();
  const links = [...html.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/rel="(?:canonical|alternate|icon|manifest|prefetch)"/.test(tag))
    .map(([, address]) => new URL(address!.replaceAll('&amp;', '&'), url).toString());
  const byKind: Record<string, number> = { page: await wireBytes(url) };
  for (const address of new Set(links)) {
    const kind = address.endsWith('.css')
      ? 'styles'
      : address.endsWith('.woff2')
        ? 'fonts'
        : address.endsWith('.js')
          ? 'scripts'
          : 'other';
    byKind[kind] = (byKind[kind] ?? 0) + (await wireBytes(address));
  }
  return { total: Object.values(byKind).reduce((sum, bytes) => sum + bytes, 0), byKind };
}

/** As sent; what comes without an encoding but could be compressed by a proxy counts whole. */
async function wireBytes(address: string): Promise<number> {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'br', 'accept-language': 'zh-CN' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const sent = answer.headers.get('content-length');
  if (answer.headers.get('content-encoding') !== 'br') return body.length;
  return sent === null ? brotliCompressSync(body).length : Number(sent);
}

import autocannon from 'autocannon';

/** What `load.ts` asks this process to do. */
export interface Load {
  /** Origin of the server. */
  url: string;
  /** Asked in turn by every client, each beginning at another place; with a body it is posted. */
  paths: (string | { path: string; body: string })[];
  headers?: Record<string, string>;
  clients: number;
  seconds: number;
}

/** Answers a second, and latencies in milliseconds. */
export interface Loaded {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  answers: number;
  failed: number;
}

const { url, paths, headers = {}, clients, seconds } = JSON.parse(process.argv[2]!) as Load;
const latencies: number[] = [];
let failed = 0;
let started = 0;
const run = autocannon({
  url,
  connections: clients,
  duration: seconds,
  setupClient(client) {
    const from = Math.floor((started++ * paths.length) / clients);
    const turned = [...paths.slice(from), ...paths.slice(0, from)];
    client.setRequests(
      turned.map((one) =>
        typeof one === 'string'
          ? { method: 'GET', path: one, headers }
          : { method: 'POST', ...one, headers: { ...headers, 'content-type': 'application/json' } },
      ),
    );
    client.on('response', (status, _bytes, ms) => {
      latencies.push(ms);
      if (status !== 200) failed += 1;
    });
  },
});
const result = await run;
const ordered = latencies.toSorted((a, b) => a - b);
const at = (part: number) => ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? 0;
const loaded: Loaded = {
  perSecond: latencies.length / result.duration,
  p50: at(0.5),
  p95: at(0.95),
  p99: at(0.99),
  answers: latencies.length,
  failed: failed + result.errors,
};
process.stdout.write(JSON.stringify(loaded));

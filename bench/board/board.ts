import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Ground } from '../ground.ts';
import { milliseconds, type Result } from '../report.ts';
import type { Serve, Served, Weight } from './serve.ts';
import type { Watch, Watched } from './watch.ts';

const clientProcesses = 2;
const entriesBefore = 300;

/** Viewers of the signing board on one process: what each weighs, and how long an entry takes to the last of them. */
export async function benchBoard(ground: Ground, { quick }: { quick: boolean }): Promise<Result> {
  const viewers = quick ? 500 : 5000;
  const url = await ground.createDatabase('board');
  await (await ground.openApp(url)).close();
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const enter = await entriesInto(client);
  for (let at = 0; at < entriesBefore; at++) await enter();
  const bytes = { board: 0 };

  const run = async (what: Serve['what'], by: Watch['by'], changes: number) => {
    const server = child<Served>('serve.ts', { connectionString: url, folder: ground.folder, what });
    const { address } = (await server.next()) as { address: string };
    if (by === 'poll')
      bytes.board = (await (await fetch(`${address}/api/v1/board/signing`)).arrayBuffer()).byteLength;
    const weigh = async () => {
      server.process.send('weigh');
      return (await server.next()) as Weight;
    };
    const before = await weigh();
    const watchers = Array.from({ length: clientProcesses }, () =>
      child<Watched>('watch.ts', { address, viewers: viewers / clientProcesses, by }),
    );
    const opened = await Promise.all(watchers.map((watcher) => watcher.next()));
    const open = opened.reduce((sum, told) => sum + ('open' in told ? told.open : 0), 0);
    const after = await weigh();
    const all: number[] = [];
    const last: number[] = [];
    let lost = 0;
    for (let change = 0; change < changes; change++) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const seq = enter.next();
      for (const watcher of watchers) watcher.process.send(seq);
      const heard = Promise.all(watchers.map((watcher) => watcher.next()));
      const committed = await enter();
      const delays = (await heard).flatMap((told) => {
        if (!('seq' in told)) return [];
        lost = Math.max(lost, told.lost);
        return told.at.map((at) => (at - committed) / 1_000_000);
      });
      all.push(...delays);
      last.push(Math.max(...delays));
    }
    const peak = await weigh();
    for (const one of [...watchers, server]) await one.end();
    return { before, after, peak, open, all, last, lost };
  };

  const ours = await run('ours', 'stream', quick ? 5 : 20);
  const bare = await run('bare', 'stream', quick ? 5 : 20);
  const polled = await run('ours', 'poll', quick ? 2 : 5);
  await client.end();

  const of = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
  const line = (name: string, { before, after, peak, open, all, last }: typeof ours) => {
    const aViewer = (of: (weight: Weight) => number) =>
      `${((of(after) - of(before)) / open / 1024).toFixed(1)} kB`;
    return [
      name,
      open.toLocaleString('en'),
      `${[before, after, peak].map(({ resident }) => (resident / 2 ** 20).toFixed(0)).join(' → ')} MB`,
      `${aViewer(({ resident }) => resident)} resident, ${aViewer(({ used }) => used)} objects and buffers`,
      milliseconds(of(all, 0.5)),
      milliseconds(of(all, 0.95)),
      `${milliseconds(of(last, 0.5))}, ${milliseconds(Math.max(...last))} at worst`,
    ];
  };
  return {
    title: 'Signing board, live',
    columns: [
      'What',
      'Viewers',
      'Server: without viewers → with → after the entries',
      'A viewer more',
      'p50',
      'p95',
      'Last viewer',
    ],
    rows: [
      line('GET /api/v1/board/signing/stream', ours),
      line('bare Node http that writes the same bytes to each in a loop', bare),
      line('GET /api/v1/board/signing, asked again a second after each answer', polled),
    ],
    notes: [
      `One server process; viewers are raw sockets in ${clientProcesses} processes of their own, database on the same machine. From just before the entry’s COMMIT is sent until a viewer has the event: commit, notification, one reading of the board and the writing are in it. ${ours.last.length} entries (${polled.last.length} where it is asked for again and again), a second apart; ${(bytes.board / 1024).toFixed(1)} kB a board; memory after a collection (what a server has freed since its start it gives to viewers first, so resident memory grows by less than they take); without TLS. Lines lost: ${ours.lost}, ${bare.lost}, ${polled.lost}.`,
      `Open files that a process may have: ${filesAllowed()}; each viewer is one. Server, viewers and database share the processors, and so did other work on this machine while it was measured.`,
    ],
  };
}

/** The limit that this process and those it begins stand under. */
function filesAllowed(): string {
  try {
    return /Max open files\s+(\d+|unlimited)/.exec(readFileSync('/proc/self/limits', 'utf8'))![1]!;
  } catch {
    return 'not known on this system';
  }
}

/** A function that writes an entry for a deal of its own, and says when its COMMIT was sent, in nanoseconds. */
async function entriesInto(client: pg.Client) {
  const markets = ['HU', 'DE', 'RU', 'TH', 'AU', 'FR', 'BR', 'KE', 'JP', 'US'];
  let seq = 0;
  const enter = async (): Promise<number> => {
    const [deal, seller, buyer, number] = [randomUUID(), randomUUID(), randomUUID(), ++seq];
    await client.query('begin');
    await client.query(
      `insert into deal (id, kind, title, market, seller_id, buyer_id, opened_by, stage, stage_since, last_active_at)
      values ($1, 'purchase', 'Bench', $2, $3, $4, $4, 'signed', now(), now())`,
      [deal, markets[number % markets.length], seller, buyer],
    );
    await client.query(
      `insert into deal_ledger (seq, at, deal_id, kind, tier, delta, amount, currency, cny, rate, rate_date, seller_id, buyer_id, countries, industry, previous, hash)
      values ($1, now(), $2, 'purchase', 'contract', false, 100000, 'EUR', 780000, '7.8', current_date, $3, $4, array[$5], $6, $7, $7)`,
      [
        number,
        deal,
        seller,
        buyer,
        markets[number % markets.length],
        String(10 + (number % 20)),
        'ab'.repeat(32),
      ],
    );
    const at = Number(process.hrtime.bigint());
    await client.query('commit');
    return at;
  };
  return Object.assign(enter, { next: () => seq + 1 });
}

interface Child<T> {
  process: ChildProcess;
  /** The next that it says. */
  next(): Promise<T>;
  end(): Promise<void>;
}

function child<T>(file: string, input: Serve | Watch): Child<T> {
  const started = fork(path.join(import.meta.dirname, file), [JSON.stringify(input)], {
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  const said: T[] = [];
  const waiting: ((told: T) => void)[] = [];
  started.on('message', (told) => {
    const one = waiting.shift();
    if (one) one(told as T);
    else said.push(told as T);
  });
  const gone = new Promise<never>((_, reject) => {
    started.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  gone.catch(() => {});
  return {
    process: started,
    next: () => {
      const told = said.shift();
      return told === undefined
        ? Promise.race([new Promise<T>((resolve) => waiting.push(resolve)), gone])
        : Promise.resolve(told);
    },
    async end() {
      const ended = new Promise((resolve) => started.once('exit', resolve));
      started.kill('SIGKILL');
      await ended;
    },
  };
}

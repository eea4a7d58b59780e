/** A process for the tests to start and to kill: `node child.ts <task> <data folder> [instant to begin at, ms]`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { acquireDataLock, DataInUse, StartProblem, startPostgres } from '../index.ts';

const [task = '', dataDir = '', instant = '0'] = process.argv.slice(2);
const tasks: Record<string, () => Promise<void>> = { lock, start, write };

while (Date.now() < Number(instant)) await sleep(1);
try {
  await tasks[task]?.();
  setInterval(() => {}, 60_000); // stays until it is killed
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  say({
    problem: error.code,
    message: error.message,
    holder: error instanceof DataInUse ? error.holder : undefined,
  });
}

/** Owns the data folder. */
async function lock(): Promise<void> {
  await acquireDataLock(dataDir, { address: 'http://localhost:4000' });
  say({ locked: process.pid });
}

/** Opens the database and leaves it open. */
async function start(): Promise<void> {
  const { connectionString, adopted, location } = await startPostgres({ dataDir });
  say({ connectionString, adopted, location });
}

/** Four writers; each transaction writes a pair, and is told to the parent only once PostgreSQL confirmed it. */
async function write(): Promise<void> {
  const { connectionString } = await startPostgres({ dataDir });
  const pool = new Pool({ connectionString, max: 4 });
  const write = async () => {
    const { rows } = await pool.query<{ id: string }>(
      `with made as (insert into pair_left (text) values (repeat('辣', 200)) returning id),
            also as (insert into pair_right select id from made returning id)
       select id from also`,
    );
    say({ acknowledged: Number(rows[0]?.id) });
  };
  for (let writer = 0; writer < 4; writer++) {
    void (async () => {
      for (;;) await write();
    })();
  }
}

function say(message: object): void {
  console.log(JSON.stringify(message));
}

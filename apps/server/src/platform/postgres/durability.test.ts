import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startPostgres } from './index.ts';
import { ask } from './testing/ask.ts';
import { freshFolder } from './testing/folder.ts';
import { killEverything, startChild } from './testing/processes.ts';

const kills = 25;

test(
  `after each of ${kills} kill -9 of everything during writes, every acknowledged write is there and none is half there`,
  { timeout: 300_000 },
  async () => {
    const dataDir = freshFolder();
    const acknowledged = new Set<number>();

    for (let round = 0; round < kills; round++) {
      const server = await startPostgres({ dataDir });
      expect(server.adopted).toBe(false);
      if (round === 0) {
        await ask(server.connectionString, 'create table pair_left (id bigserial primary key, text text)');
        await ask(server.connectionString, 'create table pair_right (id bigint primary key)');
      }
      // on even rounds the writer adopts this server, on odd ones it starts one that has a crash to recover from
      if (round % 2) await killEverything(undefined, server.location);

      const writer = startChild(['write', dataDir]);
      await writer.next();
      await sleep(Math.random() * 150);
      await killEverything(writer, server.location);
      for (const { acknowledged: id } of writer.said) acknowledged.add(Number(id));

      const after = await startPostgres({ dataDir });
      const left = await ask<{ id: string }>(after.connectionString, 'select id from pair_left');
      const right = await ask<{ id: string }>(after.connectionString, 'select id from pair_right');
      const there = new Set(left.map(({ id }) => Number(id)));
      expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
      expect(new Set(right.map(({ id }) => Number(id)))).toEqual(there);
      await killEverything(undefined, after.location);
    }
    expect(acknowledged.size).toBeGreaterThan(kills);
  },
);

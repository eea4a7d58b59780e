import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../platform/testing/app.ts';
import { bestWays } from './ways.sql.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(inject('postgres'));
});
afterAll(() => app.close());

interface Edge {
  from: string;
  to: string;
  strength: number;
}

/** Writes relations that both confirmed, open, and what leads over them. */
async function write(edges: readonly Edge[]): Promise<void> {
  await sql`delete from relation`.execute(app.ground.db);
  const rows = JSON.stringify(edges.map((edge) => ({ id: v7(), ...edge })));
  await sql`
    insert into relation (id, a_id, b_id, kind, evidence, state, a_strength, a_visibility, b_strength, b_visibility)
    select id, "from", "to", 'trade', 'e', 'confirmed', strength, 'open', strength, 'open'
    from jsonb_to_recordset(${rows}::jsonb) r (id uuid, "from" uuid, "to" uuid, strength integer)`.execute(
    app.ground.db,
  );
  await sql`
    insert into relation_edge (from_id, to_id, relation_id, strength, open)
    select a_id, b_id, id, a_strength, true from relation
    union all select b_id, a_id, id, a_strength, true from relation`.execute(app.ground.db);
}

/** The best worth through each, by trying every way: twice the trust in millionths, and one more for the shorter. */
function byTrying(edges: readonly Edge[], from: string, to: string): Map<string, number> {
  const near = new Map<string, Map<string, number>>();
  for (const { from: one, to: other, strength } of edges)
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const)
      near.set(a, (near.get(a) ?? new Map<string, number>()).set(b, strength));
  const best = new Map<string, number>();
  for (const [x, first] of near.get(from) ?? []) {
    if (x === to) continue;
    const told = (worth: number) => best.set(x, Math.max(best.get(x) ?? 0, worth));
    for (const [y, second] of near.get(x) ?? []) {
      if (y === to) told(first * second * 200 + 1);
      const third = y === from ? undefined : near.get(y)?.get(to);
      if (third !== undefined && y !== to) told(first * second * third * 2);
    }
  }
  return best;
}

test('the most trusted ways are those that trying every way finds, however many of however many are asked for', async () => {
  let state = 11;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  // Sparse and dense, few strengths (so that many ways are of equal trust) and many; the asker knows more or fewer.
  for (const [members, one, strengths] of [
    [60, 2, 100],
    [90, 1, 100],
    [90, 3, 3],
    [120, 2, 10],
    [40, 6, 100],
  ] as const) {
    const ids = Array.from({ length: members }, () => v7());
    const edges: Edge[] = [];
    for (const [at, from] of ids.entries())
      for (const to of ids.slice(at + 1))
        if (random(one) === 0 && (at > 1 || random(at + 1) === 0))
          edges.push({ from, to, strength: Math.ceil((100 / strengths) * (1 + random(strengths))) });
    await write(edges);
    for (const [from, to] of [
      [ids[0]!, ids[1]!],
      [ids[1]!, ids[0]!],
      [ids[5]!, ids[9]!],
    ] as const) {
      const all = byTrying(edges, from, to);
      const ordered = [...all].toSorted(([a, p], [b, q]) => q - p || (a < b ? -1 : 1));
      for (const limit of [1, 5, 30, 200]) {
        const { ways } = await bestWays(app.ground.db, { from, to, limit, without: [] });
        expect(
          ways.map(({ through, trust }) => [through, trust]),
          `${members} ${one} ${strengths} ${limit}`,
        ).toEqual(ordered.slice(0, limit).map(([x, worth]) => [x, Math.floor(worth / 2000)]));
        for (const { through, second } of ways)
          expect(second === null, through).toBe(all.get(through)! % 2 === 1);
      }
    }
  }
});

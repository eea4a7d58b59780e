import { createClient, findIntroductions } from '@jiechuan/contract';
import pg from 'pg';
import type { Ground } from './ground.ts';
import { milliseconds, times, type Result } from './report.ts';

const relations = 100_000;
const asked = 200;
const byJoining = 40;

/** Ways to a member over HTTP, on 100,000 relations, beside a plain join of three. */
export async function benchNetwork(ground: Ground): Promise<Result> {
  await ground.demoDatabase();
  const url = await ground.createDatabase('network', 'demo');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  // The demo's own relations make room: an edge is written for each of the bench's, and for no other.
  await client.query('delete from relation');
  await client.query(`select setseed(0.5)`);
  // Some know many and most know few: a member's place among all is drawn by the square of an even draw.
  await client.query(`
    with member as (select id, row_number() over (order by id) - 1 as at, count(*) over () as n from organisation where state = 'admitted'),
    drawn as (
      select floor(power(random(), 2) * (select max(n) from member)) as a, floor(random() * (select max(n) from member)) as b
      from generate_series(1, ${relations * 1.4}))
    insert into relation (id, a_id, b_id, kind, evidence, state, a_strength, a_visibility, b_strength, b_visibility)
    select gen_random_uuid(), one.id, other.id, 'trade', 'bench', 'confirmed', s, 'open', s, 'open'
    from (select distinct least(a, b) as a, greatest(a, b) as b, 1 + floor(random() * 100)::integer as s from drawn where a <> b) pair
    join member one on one.at = pair.a join member other on other.at = pair.b
    on conflict do nothing`);
  await client.query(
    `delete from relation where id not in (select id from relation order by id limit ${relations})`,
  );
  await client.query(`
    insert into relation_edge (from_id, to_id, relation_id, strength, open)
    select a_id, b_id, id, a_strength, true from relation union all select b_id, a_id, id, a_strength, true from relation`);
  await client.query('vacuum analyze relation, relation_edge');
  const { rows: count } = await client.query<{ n: string; most: string }>(`
    select (select count(*) from relation) as n, (select max(c) from (select count(*) as c from relation_edge group by from_id) d) as most`);
  const { rows: members } = await client.query<{ id: string }>(
    `select id from organisation where state = 'admitted' order by id`,
  );
  const pair = (at: number) =>
    [members[(at * 37) % members.length]!.id, members[(at * 101 + 13) % members.length]!.id] as const;

  const waysOf = async (asker: string): Promise<number[]> => {
    const app = await ground.openApp(url, {
      actor: {
        role: 'merchant',
        userId: 'bench',
        userName: 'Bench',
        organisationId: asker,
        organisationRole: 'owner',
      },
    });
    const caller = createClient({ baseUrl: await app.http.listen({ port: 0, host: '127.0.0.1' }) });
    const took: number[] = [];
    for (let at = 0; at < asked + 20; at++) {
      const [, to] = pair(at);
      if (to === asker) continue;
      const began = performance.now();
      await caller.call(findIntroductions, { query: { organisation: to } });
      if (at >= 20) took.push(performance.now() - began);
    }
    await app.close();
    return took;
  };
  // By how many they know: the one in the middle, and the one who knows most.
  const { rows: byKnown } = await client.query<{ id: string; c: string }>(
    `select from_id as id, count(*) as c from relation_edge group by from_id order by c, from_id`,
  );
  const middle = byKnown[Math.floor(byKnown.length / 2)]!;
  const most = byKnown.at(-1)!;
  const mine = await waysOf(middle.id);
  const hub = await waysOf(most.id);
  const joined: number[] = [];
  for (let at = 0; at < byJoining; at++) {
    const [from, to] = pair(at);
    const began = performance.now();
    await client.query(
      `select one.to_id, two.to_id, one.strength::integer * two.strength * three.strength / 1000 as trust
      from relation_edge one join relation_edge two on two.from_id = one.to_id join relation_edge three on three.from_id = two.to_id
      where one.from_id = $1 and three.to_id = $2 order by trust desc limit 10`,
      [from, to],
    );
    joined.push(performance.now() - began);
  }
  await client.end();
  const of = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
  return {
    title: 'Introductions',
    columns: ['What', 'p50', 'p95', 'Compared (p50)'],
    rows: [
      [
        `GET /api/v1/introductions/ways over HTTP, asked by the member in the middle (knows ${middle.c})`,
        milliseconds(of(mine, 0.5)),
        milliseconds(of(mine, 0.95)),
        '1',
      ],
      [
        `the same, asked by the one who knows most (${most.c})`,
        milliseconds(of(hub, 0.5)),
        milliseconds(of(hub, 0.95)),
        times(of(hub, 0.5) / of(mine, 0.5)),
      ],
      [
        'three relations joined, in the database alone',
        milliseconds(of(joined, 0.5)),
        milliseconds(of(joined, 0.95)),
        times(of(joined, 0.5) / of(mine, 0.5)),
      ],
    ],
    notes: [
      `${Number(count[0]!.n).toLocaleString('en')} relations among ${members.length.toLocaleString('en')} members, ${count[0]!.most} at most of one; the best ways through each acquaintance to ${asked} members in turn. Goal: p95 at most 20 ms.`,
    ],
  };
}

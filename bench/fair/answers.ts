import type { FastifyRequest } from 'fastify';
import pg from 'pg';
import type { Actor } from '../../apps/server/src/platform/actor.ts';
import type { Ground } from '../ground.ts';
import { milliseconds, seconds, times, type Result } from '../report.ts';
import { desk, guest, holdFair } from './held.ts';

const rounds = 40;
const calendarReads = 1000;

/** An answer, whom it is for, and the rows it is made of, read by the database alone. */
interface Asked {
  what: string;
  path: string;
  actor: Partial<Actor>;
  bare: string;
}

const header = 'x-bench-actor';
const headersOf = (actor: Partial<Actor>) => ({ [header]: encodeURIComponent(JSON.stringify(actor)) });
const whoAsks = ({ headers }: FastifyRequest): Partial<Actor> =>
  JSON.parse(decodeURIComponent(String(headers[header] ?? '{}'))) as Partial<Actor>;

/** What is read of a large fair while it is on, over HTTP, beside the bare SELECT of the rows that each answer is made of. */
export async function benchAnswers(ground: Ground): Promise<Result> {
  await ground.demoDatabase();
  const connectionString = await ground.createDatabase('fair', 'demo');
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  const app = await ground.openApp(connectionString, { actor: whoAsks, workers: true });
  const { id, organisations, calendars, published } = await holdFair(app, client, headersOf);
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' });

  const own = organisations[3]!;
  const rest = `gathering_id = '${id}'`;
  const { rows: pairs } = await client.query<{ a_id: string; b_id: string }>(
    `select a_id, b_id from gathering_meeting where ${rest} and slot = 30 order by table_number limit 1`,
  );
  const { rows: badges } = await client.query<{ id: string }>(
    `select id from gathering_registration where ${rest} and organisation_id = '${own}'`,
  );
  const { a_id: a, b_id: b } = pairs[0]!;
  const at = `/api/v1/gatherings/${id}`;
  const begun = `select * from gathering_meeting where ${rest} and state = 'planned' and starts_at <= now()`;
  const mine = `select * from gathering_meeting where ${rest} and '${own}' in (a_id, b_id)`;
  const all = `select * from gathering_meeting where ${rest} and state = 'planned'`;
  const sought = `select participants, instance, bookings from gathering_schedule where ${rest}`;
  const registered = `select * from gathering_registration where ${rest}`;
  const asked: Asked[] = [
    { what: 'the gathering', path: at, actor: desk, bare: `select * from gathering where id = '${id}'` },
    {
      what: 'matchmaking of one who takes part',
      path: `${at}/matchmaking`,
      actor: guest(own),
      bare: `select * from gathering_wish where ${rest} and '${own}' in (from_id, to_id)`,
    },
    {
      what: 'participants, a page of 20',
      path: `${at}/participants`,
      actor: guest(own),
      bare: `${registered} order by organisation_id limit 20`,
    },
    { what: 'agenda of one who takes part', path: `${at}/agenda`, actor: guest(own), bare: mine },
    {
      what: 'badge',
      path: `/api/v1/gathering-registrations/${badges[0]!.id}/badge`,
      actor: guest(own),
      bare: `select * from gathering_registration where id = '${badges[0]!.id}'`,
    },
    { what: 'schedule, its first slots', path: `${at}/schedule`, actor: desk, bare: sought },
    { what: 'schedule, the last slots', path: `${at}/schedule?slot=39`, actor: desk, bare: sought },
    {
      what: 'places of one meeting',
      path: `${at}/schedule/meetings/${a}/${b}/places`,
      actor: desk,
      bare: sought,
    },
    { what: 'interpreting', path: `${at}/interpreting`, actor: desk, bare: sought },
    {
      what: 'registrations, a page of 100',
      path: `${at}/registrations?limit=100`,
      actor: desk,
      bare: `${registered} order by id limit 100`,
    },
    {
      what: 'attendance, a page of 100',
      path: `${at}/attendance?limit=100`,
      actor: desk,
      bare: `${registered} order by organisation_id limit 100`,
    },
    {
      what: 'attendance, who is missing',
      path: `${at}/attendance?show=missing`,
      actor: desk,
      bare: `${registered} order by organisation_id limit 100`,
    },
    {
      what: 'outcomes, a page of 20 with totals',
      path: `${at}/outcomes`,
      actor: desk,
      bare: `${begun} order by starts_at, id limit 20`,
    },
    { what: 'all meetings as CSV', path: `${at}/schedule/export.csv`, actor: desk, bare: all },
    { what: 'all meetings as a workbook', path: `${at}/schedule/export.xlsx`, actor: desk, bare: all },
    {
      what: 'all registrations as CSV',
      path: `${at}/registrations/export.csv`,
      actor: desk,
      bare: registered,
    },
  ];
  const rows: string[][] = [];
  for (const { what, path, actor, bare } of asked) {
    const answers: number[] = [];
    const bares: number[] = [];
    let size = 0;
    for (let round = -3; round < rounds; round++) {
      const began = performance.now();
      const answer = await fetch(url + path, { headers: headersOf(actor) });
      size = (await answer.arrayBuffer()).byteLength;
      const between = performance.now();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await client.query(bare);
      // The first few warm up.
      if (round < 0) continue;
      answers.push(between - began);
      bares.push(performance.now() - between);
    }
    rows.push(row(what, answers, size, bares));
  }
  const agendas = await readAgendas(url, client, { id, organisations });
  const last = seconds(Math.max(...agendas.took));
  rows.push(
    row('publishing the whole (POST), nothing published before', published.first, 0, published.bare),
    row('publishing it again, every meeting at another table', published.moved, 0, published.bareMoved),
    row(`500 agendas at one moment; the last after ${last}`, agendas.took, 0, agendas.bare),
  );
  const reads = await readCalendars(url, calendars);
  const bare: number[] = [];
  for (const organisation of organisations) {
    const began = performance.now();
    await client.query(`select * from gathering_meeting where ${rest} and $1::uuid in (a_id, b_id)`, [
      organisation,
    ]);
    bare.push(performance.now() - began);
  }
  rows.push(
    row(
      `calendars (.ics), ${calendarReads.toLocaleString('en')} one after another`,
      reads.took,
      reads.size,
      bare,
    ),
  );
  rows.push(row('the same, which have them already (304)', reads.again, 0, bare));
  await app.close();
  await client.end();
  return {
    title: 'Answers of a large fair',
    columns: ['GET', 'p50', 'p95', 'Size', 'Its rows, by the database alone', 'Compared (p50)'],
    rows,
    notes: [
      '500 participants, 4,000 meetings in 40 slots at 120 tables, held through the endpoints: half of it over, 450 badges scanned, outcomes told of all that have begun. Goal: p95 at most 200 ms, whole exports aside.',
      'The bare SELECT reads the rows that an answer is made of, all columns, by the same driver; it has no rule, no name and no JSON in it.',
      'Publishing: rows, a mail to each of 500, audit and the schedule that is answered with, inside the server, without HTTP; five times each. Its bare statement is one INSERT of the 4,000 rows into the same table, or one UPDATE of them.',
      '500 agendas: each participant’s page reloads as soon as something is published; asked for at once, three times, each time as just published. The bare SELECTs of their rows follow each other over one connection; each is timed from the first’s beginning, as the agendas are. Goal: the last within 5 s on two processors that are busy with other work. Who asks shares the process.',
      `All else: each ${rounds} times, one after another, over HTTP, uncompressed.`,
    ],
  };
}

/** Has all who take part read their agendas at once. */
async function readAgendas(
  url: string,
  client: pg.Client,
  { id, organisations }: { id: string; organisations: readonly string[] },
) {
  const took: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < 3; round++) {
    // As if it had just been published: nothing is known from before.
    await client.query('update gathering_schedule set version = version + 1 where gathering_id = $1', [id]);
    const began = performance.now();
    await Promise.all(
      organisations.map(async (organisation) => {
        const answer = await fetch(`${url}/api/v1/gatherings/${id}/agenda`, {
          headers: headersOf(guest(organisation)),
        });
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`agenda: ${answer.status}`);
        took.push(performance.now() - began);
      }),
    );
    const again = performance.now();
    for (const organisation of organisations) {
      await client.query(
        'select * from gathering_meeting where gathering_id = $1 and $2::uuid in (a_id, b_id)',
        [id, organisation],
      );
      bare.push(performance.now() - again);
    }
  }
  return { took, bare };
}

async function readCalendars(url: string, calendars: readonly string[]) {
  const took: number[] = [];
  const again: number[] = [];
  let size = 0;
  for (let at = 0; at < calendarReads; at++) {
    const address = url + calendars[at % calendars.length]!;
    const began = performance.now();
    const answer = await fetch(address);
    size = (await answer.arrayBuffer()).byteLength;
    const between = performance.now();
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    took.push(between - began);
    const known = await fetch(address, { headers: { 'if-none-match': answer.headers.get('etag')! } });
    if (known.status !== 304) throw new Error(`${address}: ${known.status}`);
    again.push(performance.now() - between);
  }
  return { took, again, size };
}

const of = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))]!;

const row = (what: string, answers: readonly number[], size: number, bares: readonly number[]) => [
  what,
  milliseconds(of(answers, 0.5)),
  milliseconds(of(answers, 0.95)),
  size === 0 ? '–' : `${(size / 1024).toFixed(1)} kB`,
  milliseconds(of(bares, 0.5)),
  times(of(answers, 0.5) / of(bares, 0.5)),
];

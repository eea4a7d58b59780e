import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { openDatabase, type Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { platformMigrations } from '../db/migrations/index.ts';
import { createEvents, type Events } from '../events/events.ts';
import { createTestDatabase } from '../testing/database.ts';
import { createMail } from './mail.ts';

let database: Database;
let events: Events;
let drop: () => Promise<void>;
let url: string;
beforeAll(async () => {
  const made = await createTestDatabase(inject('postgres'));
  ({ drop, url } = made);
  database = openDatabase(url);
  await migrate(database.db, [{ module: 'platform', migrations: platformMigrations }]);
});
afterAll(async () => {
  await database.close();
  await drop();
});

const input = {
  to: 'reader@example.org',
  template: 'members.admit',
  params: { name: '示范\r\nBcc: all@example.org', person: 'A', reason: 'r', link: 'l' },
  language: 'en',
};
const mails = async () => database.db.selectFrom('mail').selectAll().orderBy('id', 'desc').execute();

test('without a mail server mails are kept to be read, their subject on one line', async () => {
  events = createEvents(url, () => {});
  const mail = createMail({ db: database.db, events, smtpUrl: undefined, from: 'a@example.org' });
  await database.db.transaction().execute((trx) => mail.send(trx, input));
  expect((await mails())[0]).toMatchObject({
    state: 'kept',
    subject: '示范 Bcc: all@example.org has been admitted',
  });
});

test('many mails are written at once, each in its own words, as jobs where there is a mail server', async () => {
  const mail = createMail({ db: database.db, events, smtpUrl: 'smtp://127.0.0.1:1', from: 'a@example.org' });
  await events.start({ workers: false });
  const all = Array.from({ length: 1500 }, (_, at) => ({
    ...input,
    to: `reader-${at}@example.org`,
    language: at % 2 === 0 ? 'en' : 'zh-CN',
  }));
  await database.db.transaction().execute((trx) => mail.sendAll(trx, all));
  const sent = (await mails()).slice(0, all.length).toReversed();
  expect(sent.map(({ recipient }) => recipient)).toEqual(all.map(({ to }) => to));
  expect(sent.map(({ subject }) => subject.includes('admitted'))).toEqual(
    all.map(({ language }) => language === 'en'),
  );
  const { rows } = await sql<{ id: string }>`select data->>'id' as id from jobs.job
    where name = 'platform.mail'`.execute(database.db);
  expect(rows.map(({ id }) => id).toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
  await sql`delete from jobs.job where name = 'platform.mail'`.execute(database.db);
  await events.stop();
});

test('a mail server that is down loses nothing: the mail is sent when it comes back, once, and not at all if its transaction rolled back', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const probe = server.listen(0, '127.0.0.1', () => {
      const address = probe.address() as { port: number };
      resolve(address.port);
    });
  });
  await new Promise<void>((resolve) => server.close(resolve));
  events = createEvents(url, () => {});
  const mail = createMail({
    db: database.db,
    events,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'a@example.org',
  });
  await events.start();
  const rolledBack = database.db.transaction().execute(async (trx) => {
    await mail.send(trx, { ...input, to: 'nobody@example.org' });
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  await database.db.transaction().execute((trx) => mail.send(trx, input));
  await vi.waitFor(async () => expect((await mails())[0]?.state).toBe('failed'), 60_000);
  const back = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: server.options.onData,
  });
  back.listen(port, '127.0.0.1');
  await vi.waitFor(async () => expect((await mails())[0]?.state).toBe('sent'), 60_000);
  await events.stop();
  await new Promise<void>((resolve) => back.close(resolve));
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('To: reader@example.org');
});

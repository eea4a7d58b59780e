import { createTransport } from 'nodemailer';
import { v7 } from 'uuid';
import type { Db } from '../db/database.ts';
import type { Events } from '../events/events.ts';
import { message } from '../i18n/messages.ts';

export interface MailInput {
  to: string;
  /** `<module>.<name>`: its words are `<name>.subject` and `<name>.body` of the catalogue `<module>-mail`. */
  template: string;
  params: Record<string, string | number>;
  language: string;
}

/** Mails leave only after the caller's transaction has committed. */
export interface Mail {
  send(trx: Db, input: MailInput): Promise<void>;
  /** Many in a few statements. */
  sendAll(trx: Db, inputs: readonly MailInput[]): Promise<void>;
}

const queue = 'platform.mail';
/** Mails a statement. */
const atOnce = 1000;

/**
 * Mails are rows first. With an SMTP server each is a job that is tried again while the server is
 * down, for about two days; without one they stay to be read in the outbox page.
 * @param options.smtpUrl smtp://user:password@host:port
 */
export function createMail(options: {
  db: Db;
  events: Events;
  smtpUrl: string | undefined;
  from: string;
}): Mail {
  const { db, events, smtpUrl, from } = options;
  const transport = smtpUrl ? createTransport(smtpUrl, { from }) : undefined;
  events.work<{ id: string }>(
    queue,
    async ({ id }) => {
      const mail = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst();
      if (!mail || mail.state === 'sent' || !transport) return;
      try {
        // The row's id is the message's own: a mail sent twice (a crash after sending) is one mail to its reader.
        await transport.sendMail({
          to: mail.recipient,
          subject: mail.subject,
          text: mail.body,
          messageId: `<${id}@jiechuan>`,
        });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await db
          .updateTable('mail')
          .set({ state: 'failed', error: reason.slice(0, 500) })
          .where('id', '=', id)
          .execute();
        throw error;
      }
      await db
        .updateTable('mail')
        .set({ state: 'sent', error: null, sent_at: new Date() })
        .where('id', '=', id)
        .execute();
    },
    { retryLimit: 20, concurrency: 2 },
  );
  const written = ({ to, template, params, language }: MailInput) => {
    const [module, name] = template.split('.') as [string, string];
    const words = (part: string) => message(language, `${module}-mail.${name}.${part}`, params);
    return {
      id: v7(),
      recipient: to,
      // A line break in a subject would begin a header of its own.
      subject: words('subject').replaceAll(/[\r\n]+/g, ' '),
      body: words('body'),
      state: smtpUrl ? ('waiting' as const) : ('kept' as const),
    };
  };
  const sendAll: Mail['sendAll'] = async (trx, inputs) => {
    for (let at = 0; at < inputs.length; at += atOnce) {
      const rows = inputs.slice(at, at + atOnce).map(written);
      await trx.insertInto('mail').values(rows).execute();
      if (!smtpUrl) continue;
      await events.enqueueAll(
        trx,
        queue,
        rows.map(({ id }) => ({ id })),
      );
    }
  };
  return { send: (trx, input) => sendAll(trx, [input]), sendAll };
}

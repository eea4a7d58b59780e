import type { BodyOf, DealMessage, writeDealMessage as endpoint } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { dealToChange, sideOf, touch } from './deal.sql.ts';
import { checkFiles } from './files.ts';
import { presentMessages } from './read-messages.ts';
import { deals, type DealRow, type MessageRow } from './tables.ts';
import { tellOther, type DealsGround } from './tell-other.ts';

/** Writes a message of the actor's side. */
export async function insertMessage(
  trx: Db,
  actor: Actor,
  row: DealRow,
  { text, files }: BodyOf<typeof endpoint>,
): Promise<MessageRow> {
  const message = await deals(trx)
    .insertInto('deal_message')
    .values({
      deal_id: row.id,
      id: v7(),
      side: sideOf(row, actor.organisationId)!,
      organisation_id: actor.organisationId!,
      by_name: actor.userName,
      text,
      at: new Date(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (files.length > 0)
    await deals(trx)
      .insertInto('deal_message_file')
      .values([...new Set(files)].map((file_id) => ({ deal_id: row.id, message_id: message.id, file_id })))
      .execute();
  return message;
}

/**
 * Writes to the other side; they get a mail with the way here, not with the words. The deal is locked, so that messages
 * come in the order of their ids.
 * @throws Problem platform.notFound, deals.fileUnknown
 */
export async function writeMessage(
  trx: Db,
  actor: Actor,
  { id, text, files }: { id: string } & BodyOf<typeof endpoint>,
  ground: DealsGround,
): Promise<DealMessage> {
  const { row } = await dealToChange(trx, actor, id);
  await checkFiles(trx, id, files);
  const message = await insertMessage(trx, actor, row, { text, files });
  await touch(trx, id, message.at);
  await tellOther(trx, actor, row, 'deals.written', ground);
  return (await presentMessages(trx, [message]))[0]!;
}

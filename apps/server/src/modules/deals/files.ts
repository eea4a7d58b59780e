import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { Problem, problems } from '../../platform/errors.ts';
import { imageTypes } from '../../platform/files/files.ts';
import type { Intakes, Upload } from '../../platform/http/upload.ts';
import type { Ground } from '../../platform/module.ts';
import { dealToChange } from './deal.sql.ts';
import { dealsProblems } from './problems.ts';
import { deals } from './tables.ts';

/** What is sent with a message or as evidence: papers, sheets, pictures. */
const accepted = [
  ...imageTypes,
  'application/pdf',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];
/** How what is sent is taken in. */
export const dealsIntakes: Intakes = { 'deals.uploadDealFile': { purpose: 'deal', accept: accepted } };

/** Only what a browser shows without running it is shown in place. */
const shown = new Set([...imageTypes, 'application/pdf']);

/** Takes in a file for a deal; the other side sees it once a message or a move names it. @throws Problem platform.notFound */
export async function uploadDealFile(
  trx: Db,
  actor: Actor,
  { id, upload }: { id: string; upload: Upload },
  { files }: Pick<Ground, 'files'>,
): Promise<{ id: string }> {
  const { side } = await dealToChange(trx, actor, id);
  const taken = await files.name(trx, actor, upload.kept, {
    organisationId: actor.organisationId,
    public: false,
  });
  await deals(trx).insertInto('deal_file').values({ deal_id: id, file_id: taken.id, side }).execute();
  return { id: taken.id };
}

/** @throws Problem deals.fileUnknown where one wasn't sent for this deal */
export async function checkFiles(trx: Db, dealId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await deals(trx)
    .selectFrom('deal_file')
    .select('file_id')
    .where('deal_id', '=', dealId)
    .where('file_id', 'in', ids)
    .execute();
  const strange = ids.find((id) => !rows.some((row) => row.file_id === id));
  if (strange !== undefined) throw new Problem(dealsProblems.fileUnknown, { file: strange });
}

/** Streams a file of a deal to either side: its sender's at once, the other's once it has been named. @throws Problem platform.notFound */
export async function openDealFile(
  trx: Db,
  actor: Actor,
  { id, fileId }: { id: string; fileId: string },
  reply: FastifyReply,
  { files }: Pick<Ground, 'files'>,
): Promise<Readable> {
  const row = await deals(trx)
    .selectFrom('deal_file')
    .innerJoin('deal', 'deal.id', 'deal_file.deal_id')
    .select(['deal_file.side', 'deal.seller_id', 'deal.buyer_id'])
    .where('deal_id', '=', id)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  const own = actor.organisationId;
  const side =
    row && own !== null ? (own === row.seller_id ? 'seller' : own === row.buyer_id ? 'buyer' : null) : null;
  if (!row || side === null || (row.side !== side && !(await isNamed(trx, id, fileId))))
    throw new Problem(problems.notFound);
  const file = await files.find(trx, fileId);
  const content = file && (await files.open(file));
  if (!file || !content) throw new Problem(problems.notFound);
  reply.type(file.mediaType);
  const how = shown.has(file.mediaType) ? 'inline' : 'attachment';
  reply.header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  reply.header('cache-control', 'private, no-store');
  return content;
}

async function isNamed(trx: Db, dealId: string, fileId: string): Promise<boolean> {
  const inMessage = await deals(trx)
    .selectFrom('deal_message_file')
    .select('file_id')
    .where('deal_id', '=', dealId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  if (inMessage) return true;
  const inMove = await deals(trx)
    .selectFrom('deal_move')
    .select('file_id')
    .where('deal_id', '=', dealId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return inMove !== undefined;
}

/** What is told of files: name, type, size. */
export async function filesById(
  trx: Db,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string; type: string; bytes: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('stored_file')
    .select(['id', 'name', 'media_type as type', 'bytes'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

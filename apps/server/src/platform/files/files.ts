import { createHash, type Hash } from 'node:crypto';
import { pipeline, Transform, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileTypeFromBuffer } from 'file-type';
import { sql, type RawBuilder } from 'kysely';
import sharp from 'sharp';
import { v7 } from 'uuid';
import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { defineProblems, Problem } from '../errors.ts';
import type { FileStore } from './store.ts';

export const fileProblems = defineProblems('files', {
  empty: 400,
  tooLarge: 413,
  wrongType: 415,
  unreadableImage: 422,
});

export interface StoredFile {
  id: string;
  purpose: string;
  organisationId: string | null;
  /** Who sent it. */
  createdBy: string | null;
  public: boolean;
  mediaType: string;
  name: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

/** A file that has arrived whole, but of which nothing is kept yet. */
export interface Arrived {
  /** The bytes from their beginning, each time anew. */
  open(): Readable;
  bytes: number;
  /** Name the sender gave it; kept for people, never used as a path. */
  name: string;
}

/** How the files of an operation are taken in. */
export interface Intake {
  /** What it is for (`product-photo`, `evidence`, `import`): the first part of its key in the store. */
  purpose: string;
  /** Media types accepted, as sniffed from the bytes: what the sender claims is not believed. */
  accept: readonly string[];
}

/** A file that lies in the store, but that no row names yet. */
export interface TakenIn {
  id: string;
  purpose: string;
  mediaType: string;
  name: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
}

/** Whose it is, and whether anybody may read it; otherwise the owning organisation and the secretariat. */
export interface FileOwner {
  organisationId: string | null;
  public: boolean;
}

export interface Files {
  /**
   * What a file is by its bytes.
   * @throws Problem files.empty, files.wrongType
   */
  examine(arrived: Arrived, accept: readonly string[]): Promise<string>;
  /**
   * Takes a file into the store before the transaction that names it begins: sniffs its type, re-encodes images (at most
   * 2,000 px, metadata gone). Until it is named it stands in `file_arrival`, so that what a killed server leaves is found.
   * @throws Problem files.empty, files.wrongType, files.unreadableImage
   */
  takeIn(db: Db, arrived: Arrived, intake: Intake): Promise<TakenIn>;
  /** Gives a file that was taken in its row, in the caller's transaction. @param taken undefined is a fault of ours: an operation without an intake */
  name(trx: Db, actor: Actor, taken: TakenIn | undefined, owner: FileOwner): Promise<StoredFile>;
  /** Removes a file that was taken in, if no row has come to name it. */
  discard(db: Db, taken: Pick<TakenIn, 'id' | 'purpose'>): Promise<void>;
  /** Removes what was taken in a day ago and never named. */
  sweep(db: Db): Promise<void>;
  /**
   * Keeps bytes under their own digest: the same bytes again change nothing, and a digest that a row names is always
   * that of what lies there.
   * @returns SHA-256 in hexadecimal
   */
  keep(purpose: string, content: Buffer): Promise<string>;
  /** Bytes by their digest; undefined when the store has lost them, or has others in their place. */
  read(purpose: string, sha256: string): Promise<Buffer | undefined>;
  find(trx: Db, id: string): Promise<StoredFile | undefined>;
  /** The bytes; for an image at one of `imageWidths` when asked. Undefined when the store has lost it. */
  open(file: StoredFile, width?: (typeof imageWidths)[number]): Promise<Readable | undefined>;
}

const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Widths an image is kept in, px. */
export const imageWidths = [320, 960] as const;
export const imageTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

/** Files over a store (local disk or S3). Text (CSV) has no signature: it is accepted as text/csv where it decodes without NUL bytes. */
export function createFiles(store: FileStore): Files {
  // The row is locked while its bytes are removed: a transaction that would name the file finds it gone.
  const removeArrivals = (db: Db, which: RawBuilder<unknown>): Promise<void> =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ id: string; purpose: string }>`
        select id, purpose from file_arrival where ${which} for update skip locked`.execute(trx);
      for (const { id, purpose } of rows) {
        const key = `${purpose}/${id}`;
        for (const part of [key, ...imageWidths.map((width) => `${key}-${width}`)]) await store.remove(part);
        await trx.deleteFrom('file_arrival').where('id', '=', id).execute();
      }
    });
  const files: Files = {
    examine,
    async takeIn(db, arrived, intake) {
      const mediaType = await examine(arrived, intake.accept);
      const picture = imageTypes.includes(mediaType)
        ? await encodeImage(await buffer(arrived.open()), arrived.name)
        : undefined;
      const id = v7();
      const { purpose } = intake;
      await db.insertInto('file_arrival').values({ id, purpose }).execute();
      try {
        const key = `${purpose}/${id}`;
        const hash = createHash('sha256');
        if (picture) await store.put(key, picture.original);
        else await store.put(key, { content: hashed(arrived.open(), hash), bytes: arrived.bytes });
        for (const [width, small] of picture?.smaller ?? []) await store.put(`${key}-${width}`, small);
        return {
          id,
          purpose,
          mediaType: picture ? 'image/webp' : mediaType,
          name: arrived.name.slice(0, 200),
          bytes: picture?.original.length ?? arrived.bytes,
          sha256: picture ? sha256Of(picture.original) : hash.digest('hex'),
          width: picture?.width ?? null,
          height: picture?.height ?? null,
        };
      } catch (error) {
        await files.discard(db, { id, purpose });
        throw error;
      }
    },
    async name(trx, actor, taken, owner) {
      if (!taken) throw new Error('a file that was not taken in has no name');
      const { numDeletedRows } = await trx
        .deleteFrom('file_arrival')
        .where('id', '=', taken.id)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new Error(`file ${taken.id} was named before or swept away`);
      const row = {
        id: taken.id,
        organisation_id: owner.organisationId,
        purpose: taken.purpose,
        public: owner.public,
        media_type: taken.mediaType,
        name: taken.name,
        bytes: taken.bytes,
        sha256: taken.sha256,
        width: taken.width,
        height: taken.height,
        created_by: actor.userId,
      };
      await trx.insertInto('stored_file').values(row).execute();
      return present(row);
    },
    discard: (db, { id }) => removeArrivals(db, sql`id = ${id}`),
    sweep: (db) => removeArrivals(db, sql`arrived_at < now() - interval '1 day'`),
    async keep(purpose, content) {
      const digest = sha256Of(content);
      await store.put(`${purpose}/${digest}`, content);
      return digest;
    },
    async read(purpose, sha256) {
      const stream = await store.open(`${purpose}/${sha256}`);
      const content = stream && (await buffer(stream));
      return content && sha256Of(content) === sha256 ? content : undefined;
    },
    async find(trx, id) {
      const row = await trx.selectFrom('stored_file').selectAll().where('id', '=', id).executeTakeFirst();
      return row && present(row);
    },
    open: (file, width) => store.open(`${file.purpose}/${file.id}${width ? `-${width}` : ''}`),
  };
  return files;
}

const present = (row: {
  id: string;
  purpose: string;
  organisation_id: string | null;
  created_by: string | null;
  public: boolean;
  media_type: string;
  name: string;
  bytes: number;
  width: number | null;
  height: number | null;
}): StoredFile => ({
  id: row.id,
  purpose: row.purpose,
  organisationId: row.organisation_id,
  createdBy: row.created_by,
  public: row.public,
  mediaType: row.media_type,
  name: row.name,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
});

/** Signatures stand in the first bytes; a text is known by having no NUL there. */
const textBytes = 8192;
const headBytes = 1024 * 1024;
/** What is in a ZIP file — a workbook, a document — may be told by one of its last entries. */
const zipBytes = 20 * 1024 * 1024;

async function examine({ open, bytes, name }: Arrived, accept: readonly string[]): Promise<string> {
  if (bytes === 0) throw new Problem(fileProblems.empty, { name });
  const type = await mediaTypeOf(open);
  if (!accept.includes(type))
    throw new Problem(fileProblems.wrongType, { name, type, accepted: accept.join(', ') });
  return type;
}

/** The media type of bytes by what they are, whatever they are called. */
async function mediaTypeOf(open: () => Readable): Promise<string> {
  const head = await firstBytes(open());
  const found = await fileTypeFromBuffer(head);
  if (found && found.mime !== 'application/xml') return found.mime;
  const text = head.subarray(0, textBytes);
  if (text.includes(0)) return 'application/octet-stream';
  if (beginsAsSvg.test(text.toString('utf8'))) return 'image/svg+xml';
  return found?.mime ?? 'text/csv';
}

/** A picture by what browsers make of it; it is refused by its own name. A comment ends where it first can. */
const beginsAsSvg = /^(?:\uFEFF|\s|<\?[^>]*>|<!--(?:(?!-->)[^])*-->|<!DOCTYPE[^>]*>)*<svg[\s>]/i;

async function firstBytes(content: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    const zipped = parts[0]!.toString('latin1', 0, 2) === 'PK';
    if (size >= (zipped ? zipBytes : headBytes)) break;
  }
  return Buffer.concat(parts);
}

/** Hashes what passes through; a fault of the one is met by whoever reads the other. */
const hashed = (content: Readable, hash: Hash): Readable =>
  pipeline(
    content,
    new Transform({
      transform(bytes: Buffer, _, done) {
        hash.update(bytes);
        done(null, bytes);
      },
    }),
    () => {},
  );

async function encodeImage(bytes: Buffer, name: string) {
  try {
    // A picture of more than 50 megapixels is refused before it is unpacked.
    const image = sharp(bytes, { limitInputPixels: 50_000_000 }).rotate();
    const { data, info } = await image
      .clone()
      .resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const smaller = await Promise.all(
      imageWidths.map(async (width) => {
        const small = await image
          .clone()
          .resize({ width, withoutEnlargement: true })
          .webp({ quality: 78 })
          .toBuffer();
        return [width, small] as const;
      }),
    );
    return { original: data, width: info.width, height: info.height, smaller };
  } catch {
    throw new Problem(fileProblems.unreadableImage, { name });
  }
}

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileTypeFromBuffer } from 'file-type';
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

export interface FileInput {
  /** The upload as it arrives. */
  content: Readable;
  /** Name the sender gave it; kept for people, never used as a path. */
  name: string;
  /** What it is for (`product-photo`, `evidence`, `import`): the first part of its key in the store. */
  purpose: string;
  organisationId: string | null;
  /** Anybody may read it; otherwise the owning organisation and the secretariat. */
  public: boolean;
  maxBytes: number;
  /** Media types accepted, as sniffed from the bytes: what the sender claims is not believed. */
  accept: readonly string[];
}

export interface Files {
  /**
   * Takes a file in: bounds its size, sniffs its type, re-encodes images (at most 2,000 px, metadata
   * gone), writes it to the store and its row in the caller's transaction.
   * @throws Problem files.empty, files.tooLarge, files.wrongType, files.unreadableImage
   */
  take(trx: Db, actor: Actor, input: FileInput): Promise<StoredFile>;
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
  return {
    async take(trx, actor, input) {
      const bytes = await readBounded(input.content, input.maxBytes);
      if (bytes.length === 0) throw new Problem(fileProblems.empty, { name: input.name });
      const mediaType = await mediaTypeOf(bytes);
      if (!input.accept.includes(mediaType)) {
        throw new Problem(fileProblems.wrongType, {
          name: input.name,
          type: mediaType,
          accepted: input.accept.join(', '),
        });
      }
      const id = v7();
      const key = `${input.purpose}/${id}`;
      const picture = imageTypes.includes(mediaType) ? await encodeImage(bytes, input.name) : undefined;
      const content = picture?.original ?? bytes;
      await store.put(key, content);
      for (const [width, small] of picture?.smaller ?? []) await store.put(`${key}-${width}`, small);
      const row = {
        id,
        organisation_id: input.organisationId,
        purpose: input.purpose,
        public: input.public,
        media_type: picture ? 'image/webp' : mediaType,
        name: input.name.slice(0, 200),
        bytes: content.length,
        sha256: sha256Of(content),
        width: picture?.width ?? null,
        height: picture?.height ?? null,
        created_by: actor.userId,
      };
      await trx.insertInto('stored_file').values(row).execute();
      return present(row);
    },
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

async function readBounded(content: Readable, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new Problem(fileProblems.tooLarge, { limit: maxBytes });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The media type of bytes by what they are, whatever they are called. */
export async function mediaTypeOf(bytes: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return found.mime;
  return bytes.subarray(0, 8192).includes(0) ? 'application/octet-stream' : 'text/csv';
}

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

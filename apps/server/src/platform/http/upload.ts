import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import type { Db } from '../db/database.ts';
import { Problem, problems } from '../errors.ts';
import { fileProblems, type Arrived, type Files, type Intake, type TakenIn } from '../files/files.ts';

export interface Upload {
  /** The bytes from their beginning; over HTTP each time it is asked for, so that a transaction can try again. */
  content: Readable;
  name: string;
  maxBytes: number;
  /** The file in the store, where the module says how the operation's files are taken in. */
  readonly kept?: TakenIn;
  /** What the module made of it before the transaction began, where it does. */
  readonly made?: Made & { kept?: TakenIn };
}

/** What a module makes of an upload: another file that is kept beside it, and what it found out. */
export interface Made {
  content?: Buffer;
  facts?: unknown;
}

/**
 * Long work on an upload that needs no database, by operation: a transaction begun first would hold a connection for
 * as long as it takes.
 * @param open the bytes from their beginning, each time anew
 * @param mediaType what it is by its bytes
 */
export type UploadMakers = Readonly<
  Record<string, (open: () => Readable, mediaType: string) => Promise<Made>>
>;
/** How files are taken in, by operation. */
export type Intakes = Readonly<Record<string, Intake>>;

/** Where uploads are kept, and how; a server without it hands them on as they are. */
export interface UploadKeeping {
  files: Files;
  db: Db;
  intakes: Intakes;
  makers: UploadMakers;
}

/** An upload that has arrived whole. */
export interface ArrivedUpload extends Upload {
  /** SHA-256 of its name and bytes. */
  digest: string;
  /** Removes all of it that no row names. */
  discard(): Promise<void>;
}

/**
 * Takes the file of a multipart request to its end, onto the disk: no transaction is open while a slow line
 * brings it, and no memory holds it. What the module makes of it is made here, and all of it taken into the store.
 * @param folder where it lies until the request is answered
 * @throws Problem files.empty when there is none, files.tooLarge, what the maker refuses and what `takeIn` throws
 */
export async function receiveUpload(
  request: FastifyRequest,
  { maxBytes }: { maxBytes: number },
  folder: string,
): Promise<ArrivedUpload> {
  // One byte more than allowed arrives, so that too much is noticed.
  const limits = { fileSize: maxBytes + 1 };
  const part = await request.file({ limits, throwFileSizeLimit: false }).catch(refuseBroken);
  if (!part) throw new Problem(fileProblems.empty, { name: 'file' });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, v7());
  const hash = createHash('sha256').update(`${part.filename}\0`);
  const removeFile = () => rm(file, { force: true });
  const passed = passing(hash, maxBytes);
  try {
    await pipeline(part.file, passed, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await removeFile();
    refuseBroken(error);
  }
  const arrived = { name: part.filename, bytes: passed.seen, open: () => createReadStream(file) };
  const operation = request.routeOptions.config.endpoint?.operationId ?? '';
  const keeping = request.server.uploadKeeping;
  const kept =
    keeping &&
    (await keepUpload(keeping, operation, arrived).catch(async (error: unknown) => {
      await removeFile();
      throw error;
    }));
  const discard = async () => {
    await removeFile();
    await kept?.discard();
  };
  return {
    name: part.filename,
    maxBytes,
    digest: hash.digest('hex'),
    ...kept,
    discard,
    get content() {
      return arrived.open();
    },
  };
}

/**
 * Sees what a file is, makes of it what its module makes, and takes both into the store: all before the transaction
 * that names them begins. Where the module says nothing of the operation, nothing is kept.
 * @returns with what removes all that no row has come to name
 * @throws Problem what the maker refuses and what `takeIn` throws
 */
export async function keepUpload(
  { files, db, intakes, makers }: UploadKeeping,
  operation: string,
  arrived: Arrived,
): Promise<Pick<Upload, 'kept' | 'made'> & { discard(): Promise<void> }> {
  const taken: TakenIn[] = [];
  const discard = async () => {
    for (const one of taken) await files.discard(db, one);
  };
  const intake = intakes[operation];
  if (!intake) return { discard };
  const mediaType = await files.examine(arrived, intake.accept);
  const made = await makers[operation]?.(arrived.open, mediaType);
  const takeIn = async (one: Arrived): Promise<TakenIn> => {
    const kept = await files.takeIn(db, one, intake);
    taken.push(kept);
    return kept;
  };
  const kept = await takeIn(arrived);
  if (!made?.content) return { kept, ...(made && { made }), discard };
  const { content } = made;
  const beside = { name: arrived.name, bytes: content.length, open: () => Readable.from([content]) };
  try {
    return { kept, made: { ...made, kept: await takeIn(beside) }, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** What the form's parser complains of is the sender's fault; what the disk does is ours. */
function refuseBroken(error: unknown): never {
  const { statusCode, syscall } = error as { statusCode?: number; syscall?: string };
  if (error instanceof Problem || statusCode !== undefined || syscall !== undefined) throw error;
  throw new Problem(problems.unreadableUpload);
}

/** Counts, hashes and bounds what passes. */
function passing(hash: Hash, maxBytes: number): Transform & { readonly seen: number } {
  let seen = 0;
  const passed = new Transform({
    transform(bytes: Buffer, _, done) {
      seen += bytes.length;
      if (seen > maxBytes) return done(new Problem(fileProblems.tooLarge, { limit: maxBytes }));
      hash.update(bytes);
      done(null, bytes);
    },
  });
  return Object.defineProperty(passed, 'seen', { get: () => seen }) as Transform & { readonly seen: number };
}

/** Removes what requests left that were killed half-way: whatever is older than a day. */
export async function sweepUploads(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > 24 * 3600 * 1000) await rm(file, { force: true });
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    uploadKeeping?: UploadKeeping;
  }
}

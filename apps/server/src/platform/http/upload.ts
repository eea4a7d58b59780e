import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { Problem, problems } from '../errors.ts';
import { fileProblems } from '../files/files.ts';

export interface Upload {
  /** The bytes from their beginning; over HTTP each time it is asked for, so that a transaction can try again. */
  content: Readable;
  name: string;
  maxBytes: number;
  /** What the module made of it before the transaction began, where it does. */
  readonly made?: Buffer;
}

/**
 * Long work on an upload that needs no database, by operation: a transaction begun first would hold a connection for
 * as long as it takes.
 * @param open the bytes from their beginning, each time anew
 * @returns undefined where there is nothing to make of this one
 */
export type UploadMakers = Readonly<Record<string, (open: () => Readable) => Promise<Buffer | undefined>>>;

/** An upload that has arrived whole. */
export interface ArrivedUpload extends Upload {
  /** SHA-256 of its name and bytes. */
  digest: string;
  discard(): Promise<void>;
}

/**
 * Takes the file of a multipart request to its end, onto the disk: no transaction is open while a slow line
 * brings it, and no memory holds it. What the module makes of it is made here, too.
 * @param folder where it lies until the request is answered
 * @throws Problem files.empty when there is none, files.tooLarge, and what the maker refuses
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
  const discard = () => rm(file, { force: true });
  try {
    await pipeline(part.file, passing(hash, maxBytes), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await discard();
    refuseBroken(error);
  }
  const open = () => createReadStream(file);
  const make = request.server.uploadMakers?.[request.routeOptions.config.endpoint?.operationId ?? ''];
  const made = await make?.(open).catch(async (error: unknown) => {
    await discard();
    throw error;
  });
  return {
    name: part.filename,
    maxBytes,
    digest: hash.digest('hex'),
    discard,
    ...(made && { made }),
    get content() {
      return open();
    },
  };
}

/** What the form's parser complains of is the sender's fault; what the disk does is ours. */
function refuseBroken(error: unknown): never {
  const { statusCode, syscall } = error as { statusCode?: number; syscall?: string };
  if (error instanceof Problem || statusCode !== undefined || syscall !== undefined) throw error;
  throw new Problem(problems.unreadableUpload);
}

function passing(hash: Hash, maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(bytes: Buffer, _, done) {
      seen += bytes.length;
      if (seen > maxBytes) return done(new Problem(fileProblems.tooLarge, { limit: maxBytes }));
      hash.update(bytes);
      done(null, bytes);
    },
  });
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
    uploadMakers?: UploadMakers;
  }
}

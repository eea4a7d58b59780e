import { createHash } from 'node:crypto';
import { pipeline, Transform, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../errors.ts';
import { fileProblems } from '../files/files.ts';

export interface Upload {
  content: Readable;
  name: string;
  maxBytes: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the upload turned out to be: SHA-256 of its name and bytes, once all of them have passed. */
    uploadDigest?: () => Promise<string>;
  }
}

/** The file of a multipart request. @throws Problem files.empty when there is none */
export async function readUpload(
  request: FastifyRequest,
  endpoint: { upload: { maxBytes: number } },
): Promise<Upload> {
  const { maxBytes } = endpoint.upload;
  // One byte more than allowed arrives, so that taking the file in notices and refuses.
  const part = await request.file({ limits: { fileSize: maxBytes + 1 } });
  if (!part) throw new Problem(fileProblems.empty, { name: 'file' });
  const hash = createHash('sha256').update(`${part.filename}\0`);
  const content = new Transform({
    transform(bytes: Buffer, _, done) {
      hash.update(bytes);
      done(null, bytes);
    },
  });
  // Whoever reads the content sees an error on either side.
  pipeline(part.file, content, () => {});
  request.uploadDigest = async () => {
    // Bytes that nobody wanted count as well.
    if (!content.readableEnded) await finished(content.resume());
    return hash.copy().digest('hex');
  };
  return { content, name: part.filename, maxBytes };
}

import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Problem } from '../errors.ts';
import { fileProblems } from '../files/files.ts';

export interface Upload {
  content: Readable;
  name: string;
  maxBytes: number;
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
  return { content: part.file, name: part.filename, maxBytes };
}

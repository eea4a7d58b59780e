import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

// RFC 9110 §8.8.3: anything visible but a quotation mark, between quotation marks; W/ marks a weak one.
const entityTag = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/**
 * Whether If-None-Match names the answer that would be sent (RFC 9110 §13.1.2): `*`, or a list with its
 * tag in it, compared weakly. What can't be read names nothing.
 */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  if (/[^ \t,]/.test(header.replaceAll(entityTag, ''))) return false;
  return [...header.matchAll(entityTag)].some(([, opaque]) => opaque === tag);
}

/** The tag of an answer that is no record of its own: of its bytes alone. */
export const tagOf = (answer: string | Uint8Array): string => `"${digest(answer)}"`;

const digest = (answer: string | Uint8Array): string => hash('sha256', answer, 'base64url').slice(0, 22);

/**
 * Tags a JSON answer by its bytes, with the record's version before them where it has one: the same record
 * reads differently to its owner and to a visitor. A reader who has these bytes already is sent none (304).
 */
export async function tagAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if ((typeof payload !== 'string' && !Buffer.isBuffer(payload)) || reply.statusCode >= 300) return payload;
  const given = String(reply.getHeader('etag') ?? '');
  const version = /^"(\d{1,9})"$/.exec(given)?.[1];
  // A text that is kept brings its tag with it.
  const tag = version === undefined ? given || tagOf(payload) : `"${version}-${digest(payload)}"`;
  reply.header('etag', tag);
  if (request.method !== 'GET' || !namesTag(request.headers['if-none-match'], tag)) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}

/** The version an edit was made from, out of If-Match (`"3"`, or `"3-…"` as it was read); undefined where it can't be read. */
export function readVersion(header: string): number | undefined {
  const found = /^"(\d{1,9})(?:-[\w-]{1,64})?"$/.exec(header);
  return found ? Number(found[1]) : undefined;
}

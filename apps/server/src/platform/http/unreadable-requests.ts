import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Problem, problems } from '../errors.ts';
import { negotiateLanguage } from '../i18n/messages.ts';
import { documentOf, problemType } from './problems.ts';

/** What the HTTP parser of Node says, and what we say of it. */
const known: Record<string, Problem> = {
  HPE_INVALID_URL: new Problem(problems.badAddress),
  HPE_HEADER_OVERFLOW: new Problem(problems.headersTooLarge),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new Problem(problems.tooLarge, { limit: 16_384 }),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(problems.tooSlow),
};

/**
 * Answers what never became a request, because it could not be read or came too slowly, and closes the connection:
 * where the next request would begin is not known either.
 */
export function answerUnreadable(
  error: Error & { code?: string; rawPacket?: unknown },
  socket: Socket,
): void {
  // Gone already, told already, or in the midst of another answer, which a second one would spoil.
  const { _httpMessage: underWay } = socket as { _httpMessage?: ServerResponse | null };
  const told = socket.writableEnded || underWay?.headersSent;
  if (error.code === 'ECONNRESET' || !socket.writable || told) {
    socket.destroy();
    return;
  }
  const problem = known[error.code ?? ''] ?? new Problem(problems.unreadableRequest);
  const wanted = /\r?\naccept-language:([^\r\n]*)/i.exec(
    Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '',
  )?.[1];
  const language = negotiateLanguage(wanted?.trim());
  const body = JSON.stringify(documentOf(problem, language));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${problemType}`,
    `content-language: ${language}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

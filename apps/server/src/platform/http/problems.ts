import type { ProblemDocument } from '@jiechuan/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problems, type FieldProblem } from '../errors.ts';
import { message } from '../i18n/messages.ts';
import { wordIssue } from '../i18n/issues.ts';
import { ContractViolation } from './validation.ts';

/** RFC 9457 media type. */
export const problemType = 'application/problem+json';

/** The problem document of a refusal, in a language. */
export function documentOf(problem: Problem, language: string, requestId?: string): ProblemDocument {
  const detail = message(language, problem.code, { ...problem.params, ...(requestId && { requestId }) });
  return {
    type: `urn:jiechuan:problem:${problem.code}`,
    title: detail,
    status: problem.status,
    code: problem.code,
    detail,
    ...(requestId && { requestId }),
    ...(problem.fields.length > 0 && {
      errors: problem.fields.map((field) => ({
        path: field.path,
        code: field.code,
        message: field.message ?? message(language, field.code, field.params),
      })),
    }),
  };
}

/** Answers any error with a problem document; what isn't a refusal is logged and told no details of. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = request.language;
  const problem = toProblem(error, language);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  if (problem !== error && problem.code === problems.conflict.code) {
    // Only which rule: what PostgreSQL says besides it quotes the row.
    const { table, constraint } = error as { table?: string; constraint?: string };
    request.log.warn({ table, constraint }, 'a rule of the database refused what no use case foresaw');
  }
  if (problem.status === 429) reply.header('retry-after', problem.params['seconds']);
  // RFC 6750 §3: what a program is told whose key is no good.
  if (problem.code === problems.badApiKey.code)
    reply.header('www-authenticate', 'Bearer error="invalid_token"');
  return reply
    .code(problem.status)
    .type(problemType)
    .header('content-language', language)
    .send(JSON.stringify(documentOf(problem, language, request.id)));
}

const byFastifyCode: Record<string, Problem> = {
  FST_ERR_CTP_INVALID_JSON_BODY: new Problem(problems.unreadableBody),
  FST_ERR_CTP_EMPTY_JSON_BODY: new Problem(problems.unreadableBody),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Problem(problems.unreadableBody),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Problem(problems.wrongMediaType),
  FST_INVALID_MULTIPART_CONTENT_TYPE: new Problem(problems.wrongMediaType),
};

function toProblem(error: unknown, language: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ContractViolation) {
    const fields = error.issues
      .flatMap((issue) => wordIssue(issue, language))
      .map((one): FieldProblem => ({ ...one, path: [error.place, ...one.path].join('.') }));
    return new Problem(problems.invalid, {}, fields.slice(0, 100));
  }
  const { code, statusCode } = error as Partial<FastifyError> & { limit?: number };
  const known = byFastifyCode[code ?? ''];
  if (known) return known;
  if (statusCode === 413)
    return new Problem(problems.tooLarge, { limit: (error as { limit?: number }).limit ?? 1_048_576 });
  if (statusCode === 429) return new Problem(problems.tooMany, { seconds: 60 });
  if (code === 'ENOSPC' || code === '53100') return new Problem(problems.diskFull);
  // A unique or foreign-key rule of the database that no use case foresaw.
  if (code === '23505' || code === '23503') return new Problem(problems.conflict);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Problem({ code: problems.invalid.code, status: statusCode });
  }
  return new Problem(problems.internal);
}

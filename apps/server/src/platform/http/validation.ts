import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import type { $ZodIssue } from 'zod/v4/core';
import type { z } from 'zod';

/** A request that breaks the contract; worded later, in the reader's language. */
export class ContractViolation extends Error {
  readonly statusCode = 400;
  readonly issues: readonly $ZodIssue[];
  readonly place: string;
  constructor(issues: readonly $ZodIssue[], place: string) {
    super('the request breaks the contract');
    this.issues = issues;
    this.place = place;
  }
}

const placeOf: Record<string, string> = { querystring: 'query' };

/** Checks requests against the contract's schemas. */
export const validateRequest: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = 'body' }) => {
  const place = placeOf[httpPart] ?? httpPart;
  return (data: unknown) => {
    const result = schema.safeParse(data);
    return result.success
      ? { value: result.data }
      : { error: new ContractViolation(result.error.issues, place) };
  };
};

/** An answer that breaks the contract: a fault of ours, found where answers are checked. */
export class AnswerBreaksContract extends Error {}

/**
 * Writes answers. Presenters are trusted in production; where `check` is on (every test run) an
 * answer with a missing, wrong or undeclared field is an error.
 */
export const serializeAnswers =
  (check: boolean): FastifySerializerCompiler<z.ZodType> =>
  ({ schema, url }) =>
  (data: unknown) => {
    if (check) {
      const result = schema.safeParse(JSON.parse(JSON.stringify(data)));
      if (!result.success) throw new AnswerBreaksContract(`${url}: ${result.error.message}`);
      const undeclared = firstUndeclared(data, result.data, '');
      if (undeclared) throw new AnswerBreaksContract(`${url}: ${undeclared} is not in the contract`);
    }
    return JSON.stringify(data);
  };

function firstUndeclared(given: unknown, declared: unknown, path: string): string | undefined {
  if (typeof given !== 'object' || given === null || given instanceof Date) return undefined;
  if (typeof declared !== 'object' || declared === null) return undefined;
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(declared, key)) return `${path}/${key}`;
    const found = firstUndeclared(value, (declared as Record<string, unknown>)[key], `${path}/${key}`);
    if (found) return found;
  }
  return undefined;
}

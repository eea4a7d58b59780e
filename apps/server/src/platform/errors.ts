/**
 * A refusal the reader can act on. It carries no text: the words come from the catalogue
 * `locales/<language>/<module>.json` under the part of `code` after the dot.
 */
export class Problem extends Error {
  /** `<module>.<name>`, stable for programs. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** Values the catalogue's sentence names: what, where, how many. */
  readonly params: Record<string, string | number>;
  /** Refusals of single fields, each with its own code. */
  readonly fields: readonly FieldProblem[];

  constructor(
    definition: ProblemDefinition,
    params: Record<string, string | number> = {},
    fields: readonly FieldProblem[] = [],
  ) {
    super(definition.code);
    this.name = 'Problem';
    this.code = definition.code;
    this.status = definition.status;
    this.params = params;
    this.fields = fields;
  }
}

export interface FieldProblem {
  /** Where: `body.creditCode`, `body.names.en`. */
  path: string;
  code: string;
  params?: Record<string, string | number>;
  /** Ready words, where the validator already made them in the reader's language. */
  message?: string;
}

export interface ProblemDefinition {
  code: string;
  status: number;
}

/**
 * Declares a module's refusals: `defineProblems('members', { notFound: 404 })` →
 * `problems.notFound = { code: 'members.notFound', status: 404 }`.
 */
export function defineProblems<const Names extends Record<string, number>>(
  module: string,
  names: Names,
): { readonly [Name in keyof Names]: ProblemDefinition } {
  return Object.fromEntries(
    Object.entries(names).map(([name, status]) => [name, { code: `${module}.${name}`, status }]),
  ) as { readonly [Name in keyof Names]: ProblemDefinition };
}

/** Refusals any module may meet. */
export const problems = defineProblems('platform', {
  invalid: 400,
  unreadableRequest: 400,
  badAddress: 400,
  unreadableBody: 400,
  unreadableUpload: 400,
  signInFirst: 401,
  badApiKey: 401,
  forbidden: 403,
  outOfScope: 403,
  notFound: 404,
  noSuchRoute: 404,
  tooSlow: 408,
  conflict: 409,
  stillRunning: 409,
  staleVersion: 412,
  tooLarge: 413,
  wrongMediaType: 415,
  keyReused: 422,
  versionNeeded: 428,
  tooMany: 429,
  headersTooLarge: 431,
  internal: 500,
  notReady: 503,
  closing: 503,
  diskFull: 507,
});

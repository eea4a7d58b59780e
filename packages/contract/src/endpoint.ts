import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One HTTP operation. The server mounts it, the browser calls it, OpenAPI is printed from it.
 * `path` is relative to `/api/v1` and names its parameters as `:name`.
 */
export interface Endpoint {
  /** `<module>.<verbNoun>`: the policy's key, the OpenAPI operationId, the audit's action. */
  readonly operationId: string;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** A strict object: unknown fields are refused. */
  readonly body?: z.ZodType;
  /** The JSON answer; leave out for 204 and for files. */
  readonly response?: z.ZodType;
  /** Success status; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Media type of a streamed answer (an export, a file) instead of JSON. */
  readonly produces?: string;
  /** One multipart part named `file`, at most `maxBytes`, instead of a JSON body. */
  readonly upload?: { readonly maxBytes: number };
  /** The answer shows a secret this once: it is kept nowhere, so an Idempotency-Key can't replay it. */
  readonly secretAnswer?: boolean;
  /** The answer carries `version`: the first part of its ETag, and edits must say `If-Match`. */
  readonly versioned?: boolean;
}

/** Keeps the literal types of an endpoint while checking its shape. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type Parsed<S, Otherwise> = S extends z.ZodType ? z.output<S> : Otherwise;
type Given<S, Key extends string> = S extends z.ZodType
  ? Record<never, never> extends z.input<S>
    ? { [K in Key]?: z.input<S> }
    : { [K in Key]: z.input<S> }
  : Record<never, never>;

export type ParamsOf<E extends Endpoint> = Parsed<E['params'], Record<never, never>>;
export type QueryOf<E extends Endpoint> = Parsed<E['query'], Record<never, never>>;
export type BodyOf<E extends Endpoint> = Parsed<E['body'], undefined>;
export type ResponseOf<E extends Endpoint> = Parsed<E['response'], undefined>;
/** What a caller hands over: `{params, query, body}`, each only where the endpoint has it. */
export type InputOf<E extends Endpoint> = Given<E['params'], 'params'> &
  Given<E['query'], 'query'> &
  Given<E['body'], 'body'> &
  (E['upload'] extends object ? { file: Blob; filename: string } : Record<never, never>);

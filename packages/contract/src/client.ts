import type { Endpoint, InputOf, ResponseOf } from './endpoint.ts';
import { ProblemError, type ProblemDocument } from './problem.ts';

export interface CallOptions {
  /** Version last read, for an edit that must not overwrite somebody else's. */
  ifMatch?: number;
  /** Same key, same answer: a repeated POST is done once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface Client {
  /** Calls an endpoint; resolves to its answer, or rejects with ProblemError. */
  call<E extends Endpoint>(endpoint: E, input: InputOf<E>, options?: CallOptions): Promise<ResponseOf<E>>;
}

interface LooseInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  file?: Blob;
  filename?: string;
}

/** The address of a call, relative to the origin: `/api/v1/…?…`; array values repeat their key. */
export function addressOf<E extends Endpoint>(endpoint: E, input: InputOf<E>): string {
  const { params = {}, query = {} } = input as LooseInput;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(key, String(one));
    }
  }
  const suffix = search.size > 0 ? `?${search}` : '';
  return `/api/v1${path}${suffix}`;
}

/**
 * A client typed by the contract.
 * @param options.baseUrl origin without a slash at its end ('' in a browser)
 * @param options.fetch   the transport; the server passes one that stays inside its process
 * @param options.headers sent with each call (language, cookie)
 */
export function createClient(options: {
  baseUrl: string;
  fetch?: typeof fetch;
  headers?: () => Record<string, string>;
}): Client {
  const send = options.fetch ?? fetch;
  return {
    async call(endpoint, input, extra = {}) {
      const { body, file, filename } = input as LooseInput;
      const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() };
      if (extra.ifMatch !== undefined) headers['if-match'] = `"${extra.ifMatch}"`;
      if (endpoint.method === 'POST')
        headers['idempotency-key'] = extra.idempotencyKey ?? crypto.randomUUID();
      let payload: FormData | string | undefined;
      if (file) {
        payload = new FormData();
        payload.append('file', file, filename);
      } else if (body !== undefined) {
        headers['content-type'] = 'application/json';
        payload = JSON.stringify(body);
      }
      const response = await send(options.baseUrl + addressOf(endpoint, input), {
        method: endpoint.method,
        headers,
        body: payload,
        signal: extra.signal,
        credentials: 'same-origin',
      });
      if (!response.ok) throw new ProblemError(await readProblem(response));
      if (response.status === 204) return undefined as never;
      return (await response.json()) as never;
    },
  };
}

async function readProblem(response: Response): Promise<ProblemDocument> {
  const text = await response.text();
  try {
    const parsed = JSON.parse(text) as ProblemDocument;
    if (typeof parsed.code === 'string') return parsed;
  } catch {
    // not a problem document: a proxy or a dropped connection answered
  }
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code: 'http.unexpected',
    detail: `${response.status} ${response.statusText}`,
  };
}

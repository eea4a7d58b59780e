import {
  ProblemError,
  type CallOptions,
  type Client,
  type Endpoint,
  type InputOf,
  type ProblemDocument,
  type ResponseOf,
} from '@jiechuan/contract';
import { createContext, data, redirect, type RouterContextProvider } from 'react-router';
import type { Theme } from './themes.ts';

/** Whoever is signed in. */
export interface Person {
  id: string;
  name: string;
  role: string;
  organisationId: string | null;
}

/** What the server lends each page request (apps/server/src/platform/http/web.ts). */
export interface PageContext {
  /** The server's own routes as this reader, inside the process. Cookies they set reach the browser. */
  fetch: typeof fetch;
  language: string;
  theme: Theme;
  /** The value that this page's own scripts and styles carry. */
  nonce: string;
  /** `https://host` as the site is reached from outside. */
  origin: string;
  /** Mails lie in the outbox page here. */
  development: boolean;
  reader: Person | null;
}

/** What loaders and actions know of the request. */
export interface Reading extends PageContext {
  /**
   * The contract over `fetch`. Made here and not lent: the pages carry their own copy of the contract,
   * and a refusal must be an instance of the class that they compare it with.
   */
  client: Client;
  /** Path and query of the page asked for. */
  address: string;
}

export const readerContext = createContext<Reading>();

type Context = Readonly<Pick<RouterContextProvider, 'get'>>;

/**
 * Reads for a page. A refusal becomes the page's error with the problem's status; who isn't signed in
 * is sent to sign in and comes back.
 */
export async function read<E extends Endpoint>(
  context: Context,
  endpoint: E,
  input: InputOf<E>,
): Promise<ResponseOf<E>> {
  const reader = context.get(readerContext);
  try {
    return await reader.client.call(endpoint, withoutStrangers(endpoint, input));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.problem.status === 401)
      throw redirect(`/sign-in?${new URLSearchParams({ next: reader.address })}`);
    throw data(error.problem, { status: misaddressed(error.problem) ? 404 : error.problem.status });
  }
}

/** What others hang on an address (utm_source, gclid) is no filter of ours; interfaces refuse it, pages don't mind. */
export function withoutStrangers<E extends Endpoint>(endpoint: E, input: InputOf<E>): InputOf<E> {
  const { query } = input as { query?: object };
  const known = endpoint.query?.shape;
  if (!query || !known) return input;
  return {
    ...input,
    query: Object.fromEntries(Object.entries(query).filter(([name]) => Object.hasOwn(known, name))),
  };
}

/** True where only the address itself is wrong: there is no such page. */
const misaddressed = ({ errors = [] }: ProblemDocument): boolean =>
  errors.length > 0 && errors.every(({ path }) => path.startsWith('params.'));

export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: ProblemDocument };

/** Does something for a form: a refusal comes back to be shown beside its fields. */
export async function attempt<E extends Endpoint>(
  context: Context,
  endpoint: E,
  input: InputOf<E>,
  options?: CallOptions,
): Promise<Attempt<ResponseOf<E>>> {
  try {
    return { ok: true, value: await context.get(readerContext).client.call(endpoint, input, options) };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Whoever is signed in; a visitor is sent to sign in and comes back. */
export function personOf(context: Context): Person {
  const { reader, address } = context.get(readerContext);
  if (!reader) throw redirect(`/sign-in?${new URLSearchParams({ next: address })}`);
  return reader;
}

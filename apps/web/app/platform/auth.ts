import type { ProblemDocument } from '@jiechuan/contract';
import type { RouterContextProvider } from 'react-router';
import { authBase } from './auth-base.ts';
import { readerContext } from './reader.ts';

export type AuthAnswer<T> = { ok: true; value: T } | { ok: false; problem: ProblemDocument };

/**
 * Asks the sign-in library in the reader's name; the cookies it sets reach the browser. A refusal comes
 * back as a problem document in the reader's language.
 * @param body left out for a GET
 */
export async function askAuth<T>(
  context: Readonly<Pick<RouterContextProvider, 'get'>>,
  path: `/${string}`,
  body?: object,
): Promise<AuthAnswer<T>> {
  const answer = await context.get(readerContext).fetch(authBase + path, {
    method: body ? 'POST' : 'GET',
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const told: unknown = await answer.json();
  return answer.ok ? { ok: true, value: told as T } : { ok: false, problem: told as ProblemDocument };
}

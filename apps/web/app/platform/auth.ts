import type { RouterContextProvider } from 'react-router';
import { authBase } from './auth-base.ts';
import { readerContext } from './reader.ts';

export type AuthAnswer<T> = { ok: true; value: T } | { ok: false; code: string; detail?: string };

/**
 * Asks the sign-in library in the reader's name; the cookies it sets reach the browser. A refusal comes
 * back as its code (`INVALID_EMAIL_OR_PASSWORD`), and in words where the server worded it.
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
  const told = (await answer.json().catch(() => null)) as { code?: string; detail?: string } | null;
  if (answer.ok) return { ok: true, value: told as T };
  return { ok: false, code: told?.code ?? String(answer.status), detail: told?.detail };
}

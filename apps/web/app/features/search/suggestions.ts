import type { ResponseOf, suggest } from '@jiechuan/contract';
import { useEffect, useState } from 'react';

export type Suggestion = ResponseOf<typeof suggest>['items'][number];

/** Milliseconds of quiet before the server is asked. */
const pause = 120;

/** Where a suggestion leads. */
export const addressOf = ({ of, id }: Suggestion): string =>
  of === 'product' ? `/products/${id}` : `/members/${id}`;

/**
 * Names that go on as `typed` does; none while nothing is typed. An answer that comes late is dropped,
 * a refused or lost one leaves the box as it is without them.
 */
export function useSuggestions(typed: string): Suggestion[] {
  const q = typed.trim();
  const [found, setFound] = useState<{ q: string; items: Suggestion[] }>({ q: '', items: [] });
  useEffect(() => {
    if (q === '') return undefined;
    const late = new AbortController();
    const waiting = setTimeout(() => {
      ask(q, late.signal).then(
        (items) => setFound({ q, items }),
        () => late.signal.aborted || setFound({ q, items: [] }),
      );
    }, pause);
    return () => {
      clearTimeout(waiting);
      late.abort();
    };
  }, [q]);
  return q === '' ? [] : found.items;
}

async function ask(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  // The contract's client would bring its schemas along; the first page of the site has no room for them.
  const answer = await fetch(`/api/v1/suggestions?${new URLSearchParams({ q })}`, { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as ResponseOf<typeof suggest>).items;
}

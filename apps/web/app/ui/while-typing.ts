import { useEffect, useState } from 'react';

/** Milliseconds of quiet before the server is asked. */
const pause = 120;

/**
 * What an address of the API tells of the words being typed; nothing while none are. An answer that comes late is
 * dropped, a refused or lost one leaves the box as it is without them. Without the contract's client, which would bring
 * its schemas along: the first page of the site has no room for them.
 * @param addressOf from the words to the address; its answer has `items`
 */
export function useWhileTyping<Item>(typed: string, addressOf: (q: string) => string): readonly Item[] {
  const address = typed.trim() === '' ? null : addressOf(typed.trim());
  const [found, setFound] = useState<readonly Item[]>([]);
  useEffect(() => {
    if (address === null) return undefined;
    const late = new AbortController();
    const waiting = setTimeout(() => {
      ask<Item>(address, late.signal).then(setFound, () => late.signal.aborted || setFound([]));
    }, pause);
    return () => {
      clearTimeout(waiting);
      late.abort();
    };
  }, [address]);
  return address === null ? [] : found;
}

async function ask<Item>(address: string, signal: AbortSignal): Promise<readonly Item[]> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { items: readonly Item[] }).items;
}

import { useEffect, useRef, useState } from 'react';

/**
 * Follows a topic's server-sent events. The browser comes back by itself when the line drops and says what it has seen.
 * @param address of the stream; null for none
 * @param heard gets each state's JSON
 * @returns whether the line is open
 */
export function useLive(address: string | null, heard: (data: string) => void): boolean {
  const [open, setOpen] = useState(false);
  const listener = useRef(heard);
  useEffect(() => {
    listener.current = heard;
  });
  useEffect(() => {
    if (address === null) return undefined;
    const source = new EventSource(address);
    source.addEventListener('open', () => setOpen(true));
    source.addEventListener('error', () => setOpen(false));
    source.addEventListener('message', ({ data }: MessageEvent<string>) => listener.current(data));
    return () => source.close();
  }, [address]);
  return open;
}

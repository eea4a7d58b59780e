import type { Scan, Scanned } from '@jiechuan/contract';

/** Sends scans to the server. @throws where it can't be reached; returns null where it refuses them */
export type Send = (scans: Scan[]) => Promise<Scanned[] | null>;

/** What of the browser's storage a queue needs. */
export type Keep = Pick<Storage, 'getItem' | 'setItem'>;

const mostAtOnce = 100;

/**
 * Scans of one gathering that the server has not answered yet, kept in the browser: they outlive the page, and are sent
 * again with the id and the time that they were made with, so that nobody is checked in twice.
 */
export function scanQueue(gatheringId: string, keep: Keep) {
  const key = `check-in:${gatheringId}`;
  const waiting = (): Scan[] => {
    try {
      const kept: unknown = JSON.parse(keep.getItem(key) ?? '[]');
      return Array.isArray(kept) ? (kept as Scan[]) : [];
    } catch {
      return [];
    }
  };
  let sending: Promise<Scanned[]> | undefined;
  const sendAll = async (send: Send): Promise<Scanned[]> => {
    const answered: Scanned[] = [];
    for (let some = waiting().slice(0, mostAtOnce); some.length > 0; some = waiting().slice(0, mostAtOnce)) {
      const told = await send(some);
      if (told === null) break;
      answered.push(...told);
      const done = new Set(some.map(({ id }) => id));
      // What was scanned meanwhile waits on.
      keep.setItem(key, JSON.stringify(waiting().filter(({ id }) => !done.has(id))));
    }
    return answered;
  };
  return {
    waiting,
    add(scan: Scan): void {
      keep.setItem(key, JSON.stringify([...waiting(), scan]));
    },
    /** Sends what waits, once at a time. @throws where the server can't be reached; all that it didn't answer stays */
    flush: (send: Send): Promise<Scanned[]> =>
      (sending ??= sendAll(send).finally(() => {
        sending = undefined;
      })),
  };
}

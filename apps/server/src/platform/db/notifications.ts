import pg from 'pg';

/** What other processes say through PostgreSQL's NOTIFY. Words may be lost while the connection is: treat them as hints. */
export interface Notifications {
  /** Declares (before start) what to do when a channel speaks, and whenever words may have been missed. */
  on(channel: string, handler: () => void): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** One connection that listens; opened again, a second later, when it drops. */
export function createNotifications(
  connectionString: string,
  onError: (error: unknown) => void,
): Notifications {
  const handlers = new Map<string, (() => void)[]>();
  let client: pg.Client | undefined;
  let stopped = false;
  const missed = () => {
    for (const handler of [...handlers.values()].flat()) handler();
  };
  const open = async (): Promise<void> => {
    const opened = new pg.Client({ connectionString, application_name: 'jiechuan-listen', keepAlive: true });
    client = opened;
    opened.on('error', onError);
    opened.on('notification', ({ channel }) => {
      for (const handler of handlers.get(channel) ?? []) handler();
    });
    try {
      await opened.connect();
      for (const channel of handlers.keys()) await opened.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      // It may have connected and not listened: whoever tries again opens another.
      void opened.end().catch(() => {});
      throw error;
    }
    // Only a connection that listened is opened again for its end: one that never did is tried again by whoever opened it.
    opened.once('end', () => {
      if (stopped) return;
      missed();
      later();
    });
    missed();
  };
  const later = () => {
    if (!stopped) setTimeout(again, 1000).unref();
  };
  const again = () => {
    if (stopped) return;
    open().catch((error: unknown) => {
      onError(error);
      later();
    });
  };
  return {
    on: (channel, handler) => void handlers.set(channel, [...(handlers.get(channel) ?? []), handler]),
    start: open,
    async stop() {
      stopped = true;
      await client?.end();
    },
  };
}

import pg from 'pg';

/** What other processes say through PostgreSQL's NOTIFY. Words may be lost while the connection is: treat them as hints. */
export interface Notifications {
  /**
   * Declares (before start) what to do when a channel speaks, and whenever words may have been missed.
   * @param handler is told what was said; null where something may have been missed
   */
  on(channel: string, handler: (said: string | null) => void): void;
  start(): Promise<void>;
  /** Comes back once all that was committed before it was asked has been told. Never fails: what can't be heard was missed. */
  heard(): Promise<void>;
  stop(): Promise<void>;
}

const askedEveryMs = 30_000;

/**
 * One connection that listens; opened again, a second later, when it drops.
 * @param options.answersWithinMs one that doesn't answer for so long is taken for lost, though nobody said so
 */
export function createNotifications(
  connectionString: string,
  onError: (error: unknown) => void,
  { answersWithinMs }: { answersWithinMs: number } = { answersWithinMs: 10_000 },
): Notifications {
  const handlers = new Map<string, ((said: string | null) => void)[]>();
  let client: pg.Client | undefined;
  /** The connection, from when it listens until it ends. */
  let listening: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const missed = () => {
    for (const handler of [...handlers.values()].flat()) handler(null);
  };
  const open = async (): Promise<void> => {
    const opened = new pg.Client({
      connectionString,
      application_name: 'jiechuan-listen',
      keepAlive: true,
      query_timeout: answersWithinMs,
    });
    client = opened;
    opened.on('error', onError);
    opened.on('notification', ({ channel, payload = '' }) => {
      for (const handler of handlers.get(channel) ?? []) handler(payload);
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
    listening = opened;
    opened.once('end', () => {
      listening = undefined;
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
  const ask = async (): Promise<void> => {
    const asked = listening;
    try {
      // PostgreSQL says what there is to hear before it says that a statement is done.
      await asked?.query('select');
    } catch (error) {
      if (asked !== listening || stopped) return;
      onError(error);
      asked?.connection.stream.destroy();
    }
  };
  let asking: Promise<void> | undefined;
  let askingNext: Promise<void> | undefined;
  // What is being asked already may have been asked before something was committed: it is asked once more, for all who wait.
  const heard = (): Promise<void> => {
    if (!asking) return (asking = ask().finally(() => (asking = undefined)));
    return (askingNext ??= asking.then(() => {
      askingNext = undefined;
      return heard();
    }));
  };
  return {
    heard,
    on: (channel, handler) => void handlers.set(channel, [...(handlers.get(channel) ?? []), handler]),
    async start() {
      await open();
      timer = setInterval(() => void heard(), askedEveryMs);
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await client?.end();
    },
  };
}

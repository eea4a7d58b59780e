import { PassThrough, type Readable } from 'node:stream';
import type { Notifications } from '../db/notifications.ts';
import { defineProblems, Problem } from '../errors.ts';

export const liveProblems = defineProblems('platform', { tooManyViewers: 503 });

/** What a topic is at a moment: `id` is another whenever `data` is. */
export interface State {
  id: string;
  /** One line of JSON. */
  data: string;
}

/** Reads topics anew; those that are gone are left out. */
export type ReadTopics = (topics: readonly string[]) => Promise<ReadonlyMap<string, State>>;

/**
 * Server-sent events: what a page shows is sent again whenever it has changed. A state is sent, not a step: whoever was away
 * gets what is now, so nothing is lost, and by its id nothing is shown twice (`Last-Event-ID`).
 */
export interface Live {
  /** Declares (before start) a kind of topics, the channels of PostgreSQL that say they changed, and how they are read. */
  declare(kind: string, channels: string | readonly string[], read: ReadTopics): void;
  /**
   * A stream (`text/event-stream`) of a topic's states from now on. Ended after half an hour: the browser comes back and is
   * asked anew who it is.
   * @param viewer.seen the id of the state that the viewer has already; null for none
   * @param viewer.stays false for who takes what is now and goes
   * @throws Problem platform.tooManyViewers
   */
  join(kind: string, topic: string, viewer: { seen: string | null; stays: boolean }): Promise<Readable>;
  viewers(): number;
  close(): void;
}

interface Viewer {
  stream: PassThrough;
  until: number;
  /** Id of the state that it was sent last, or came with. */
  seen: string | null;
}
interface Topic {
  viewers: Set<Viewer>;
  last: State | undefined;
}
interface Kind {
  read: ReadTopics;
  topics: Map<string, Topic>;
  reading: Promise<void> | undefined;
  again: boolean;
}

/** Bytes that a viewer may lag behind before it is let go of: its browser comes back by itself. */
const mostBehind = 256 * 1024;
const beat = 20_000;
const longest = 30 * 60_000;
const heartbeat = Buffer.from(':\n\n');

const frame = ({ id, data }: State): Buffer => Buffer.from(`id: ${id}\ndata: ${data}\n\n`);

/** @param options.most viewers of one process at once */
export function createLive(
  notifications: Notifications,
  onError: (error: unknown) => void,
  { most }: { most: number } = { most: 20_000 },
): Live {
  const kinds = new Map<string, Kind>();
  let count = 0;
  let closed = false;

  const leave = (topics: Map<string, Topic>, name: string, viewer: Viewer): void => {
    const topic = topics.get(name);
    if (!topic?.viewers.delete(viewer)) return;
    count--;
    if (topic.viewers.size === 0) topics.delete(name);
  };
  const write = (viewer: Viewer, bytes: Buffer): void => {
    if (viewer.stream.writableLength > mostBehind) viewer.stream.destroy();
    else viewer.stream.write(bytes);
  };
  const show = (viewer: Viewer, { id }: State, bytes: Buffer): void => {
    if (viewer.seen === id) return;
    viewer.seen = id;
    write(viewer, bytes);
  };

  /** Reads all that is looked at and sends what has changed: one reading at a time, one more if it was asked for meanwhile. */
  const readAll = async (kind: Kind): Promise<void> => {
    do {
      kind.again = false;
      const states = await kind.read([...kind.topics.keys()]);
      for (const [name, state] of states) {
        const topic = kind.topics.get(name);
        if (!topic || topic.last?.id === state.id) continue;
        topic.last = state;
        // Made into bytes once for all viewers.
        const bytes = frame(state);
        for (const viewer of topic.viewers) show(viewer, state, bytes);
      }
    } while (kind.again);
  };
  const refresh = (kind: Kind): Promise<void> => {
    kind.again = true;
    kind.reading ??= readAll(kind).finally(() => (kind.reading = undefined));
    return kind.reading;
  };

  const timer = setInterval(() => {
    const now = Date.now();
    for (const kind of kinds.values())
      for (const topic of kind.topics.values())
        for (const viewer of topic.viewers)
          if (now > viewer.until) viewer.stream.end();
          else write(viewer, heartbeat);
  }, beat);
  timer.unref();

  return {
    declare(name, channels, read) {
      const kind: Kind = { read, topics: new Map(), reading: undefined, again: false };
      kinds.set(name, kind);
      for (const channel of [channels].flat())
        notifications.on(channel, () => {
          if (kind.topics.size > 0) refresh(kind).catch(onError);
        });
    },
    async join(kindName, name, { seen, stays }) {
      const kind = kinds.get(kindName);
      if (!kind) throw new Error(`no live topics called ${kindName}`);
      if (closed || count >= most) throw new Problem(liveProblems.tooManyViewers);
      const viewer: Viewer = { stream: new PassThrough(), until: Date.now() + longest, seen };
      let topic = kind.topics.get(name);
      if (!topic) kind.topics.set(name, (topic = { viewers: new Set(), last: undefined }));
      topic.viewers.add(viewer);
      count++;
      viewer.stream.once('close', () => leave(kind.topics, name, viewer));
      // Says at once that the line is open, and how soon to come back.
      viewer.stream.write('retry: 2000\n\n');
      if (!topic.last) {
        const first = await kind.read([name]).catch((error: unknown) => {
          viewer.stream.destroy();
          throw error;
        });
        // What a change has brought meanwhile is newer than what was read before it.
        topic.last ??= first.get(name);
      }
      const { last } = topic;
      if (last) show(viewer, last, frame(last));
      if (!stays) viewer.stream.end();
      return viewer.stream;
    },
    viewers: () => count,
    close() {
      closed = true;
      clearInterval(timer);
      for (const kind of kinds.values())
        for (const topic of kind.topics.values()) for (const viewer of topic.viewers) viewer.stream.end();
    },
  };
}

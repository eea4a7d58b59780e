import { PgBoss, fromKysely } from 'pg-boss';
import type { Db } from '../db/database.ts';

export type EventHandler<T extends object> = (data: T) => Promise<void>;

/**
 * Jobs and the outbox. `publish` and `enqueue` write in the caller's transaction: they commit with
 * its rows or not at all. Delivery is at least once, so handlers are idempotent.
 */
export interface Events {
  publish<T extends object>(trx: Db, event: string, data: T): Promise<void>;
  /** Puts one job in a queue that `work` serves; returns its id. */
  enqueue<T extends object>(
    trx: Db,
    queue: string,
    data: T,
    options?: { singletonKey?: string; startAfterSeconds?: number },
  ): Promise<string | null>;
  /** Puts many jobs in a queue in one statement. */
  enqueueAll<T extends object>(trx: Db, queue: string, data: readonly T[]): Promise<void>;
  /** Declares (before start) that `handler` hears `event`; `name` is the queue that remembers what it hasn't heard yet. */
  on<T extends object>(event: string, name: string, handler: EventHandler<T>): void;
  /** Declares (before start) who works a queue. A job that throws is tried again, with growing pauses. */
  work<T extends object>(queue: string, handler: EventHandler<T>, options?: WorkOptions): void;
  /** Declares (before start) a job by the clock (cron, UTC). */
  every(cron: string, queue: string): void;
  /** @param options.workers false where jobs are only put in, not worked (the command line) */
  start(options?: { workers: boolean }): Promise<void>;
  /** Waits for running handlers, then stops. */
  stop(): Promise<void>;
}

export interface WorkOptions {
  retryLimit?: number;
  expireInSeconds?: number;
  concurrency?: number;
}

interface Declared {
  queue: string;
  event: string | null;
  handler: EventHandler<never>;
  options: WorkOptions;
}

/** @param onError told of every failed job and broken connection */
export function createEvents(
  connectionString: string,
  onError: (error: unknown, where: string) => void,
): Events {
  const boss = new PgBoss({ connectionString, schema: 'jobs', max: 4, useListenNotify: true });
  boss.on('error', (error) => onError(error, 'jobs'));
  const declared: Declared[] = [];
  const schedules: { cron: string; queue: string }[] = [];
  let started = false;
  return {
    // Not boss.publish: that reads subscriptions over another connection while the caller's transaction is open.
    async publish(trx, event, data) {
      for (const one of declared)
        if (one.event === event) await boss.send(one.queue, data, { db: fromKysely(trx) });
    },
    enqueue: (trx, queue, data, options = {}) =>
      boss.send(queue, data, {
        db: fromKysely(trx),
        ...(options.singletonKey && { singletonKey: options.singletonKey }),
        ...(options.startAfterSeconds && { startAfter: options.startAfterSeconds }),
      }),
    async enqueueAll(trx, queue, all) {
      await boss.insert(
        queue,
        all.map((data) => ({ data })),
        { db: fromKysely(trx) },
      );
    },
    on: (event, name, handler) => void declared.push({ queue: name, event, handler: handler, options: {} }),
    work: (queue, handler, options = {}) =>
      void declared.push({ queue, event: null, handler: handler, options }),
    every: (cron, queue) => void schedules.push({ cron, queue }),
    async start({ workers } = { workers: true }) {
      await boss.start();
      started = true;
      for (const { queue, handler, options } of declared) {
        await boss.createQueue(queue, {
          retryLimit: options.retryLimit ?? 5,
          retryBackoff: true,
          retryDelay: 1,
          expireInSeconds: options.expireInSeconds ?? 900,
          notify: true,
        });
        if (!workers) continue;
        await boss.work(
          queue,
          {
            pollingIntervalSeconds: 2,
            notifyPollingIntervalSeconds: 2,
            localConcurrency: options.concurrency ?? 1,
          },
          async (jobs) => {
            for (const job of jobs) {
              try {
                await handler(job.data as never);
              } catch (error) {
                onError(error, queue);
                throw error;
              }
            }
          },
        );
      }
      for (const { cron, queue } of workers ? schedules : []) await boss.schedule(queue, cron);
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

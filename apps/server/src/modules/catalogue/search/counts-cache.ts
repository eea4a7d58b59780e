import type { Counts } from './page.sql.ts';

const most = 2000;
const longestMs = 30_000;

/**
 * Counts by filter, forgotten as soon as any search row changes: at once for changes of this process
 * (`clear`), on PostgreSQL's notification for those of others, after half a minute in any case. Equal questions at one time are asked once.
 */
export class CountsCache {
  readonly #kept = new Map<string, { counts: Promise<Counts>; at: number }>();

  get(key: string, count: () => Promise<Counts>): Promise<Counts> {
    const kept = this.#kept.get(key);
    if (kept && performance.now() - kept.at < longestMs) return kept.counts;
    const counts = count();
    this.#kept.delete(key);
    this.#kept.set(key, { counts, at: performance.now() });
    counts.catch(() => this.#kept.delete(key));
    if (this.#kept.size > most) this.#kept.delete(this.#kept.keys().next().value!);
    return counts;
  }

  clear(): void {
    this.#kept.clear();
  }
}

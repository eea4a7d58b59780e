const longestMs = 30_000;

/**
 * Answers kept until what they say changes: forgotten on PostgreSQL's notification (`clear`), which whoever writes waits
 * for, after half a minute in any case. Equal questions at one
 * time are asked once. A question asked after `clear` never gets an answer from before it.
 */
export class LiveCache<Answer> {
  readonly #kept = new Map<string, { answer: Promise<Answer>; at: number }>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(key);
    if (kept && performance.now() - kept.at < longestMs) return kept.answer;
    const entry = { answer: ask(), at: performance.now() };
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    entry.answer.catch(() => {
      if (this.#kept.get(key) === entry) this.#kept.delete(key);
    });
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    return entry.answer;
  }

  clear(): void {
    this.#kept.clear();
  }
}

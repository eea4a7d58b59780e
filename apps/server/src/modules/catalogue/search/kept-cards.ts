import type { Db } from '../../../platform/db/database.ts';
import type { Card } from './card.ts';
import { cardsOf } from './page.sql.ts';

/** Some 3 kB each. */
const mostCards = 10_000;

/** Cards of products, kept until these change; of more than are kept those go first that came first. */
export class KeptCards {
  readonly #kept = new Map<string, Card>();
  #changes = 0;

  /** The cards of these products in their order; undefined where one isn't shown. */
  async of(db: Db, ids: readonly string[]): Promise<(Card | undefined)[]> {
    const kept = ids.map((id) => this.#kept.get(id));
    const missing = ids.filter((_, at) => kept[at] === undefined);
    if (missing.length === 0) return kept;
    const changes = this.#changes;
    const read = await cardsOf(db, missing);
    // What was being read when a change was told may be of before it.
    if (changes === this.#changes) this.#keep(read);
    return ids.map((id, at) => kept[at] ?? read.get(id));
  }

  /** @param ids of the products that changed; null for all, or where it isn't known which */
  changed(ids: readonly string[] | null): void {
    this.#changes++;
    if (ids === null) this.#kept.clear();
    else for (const id of ids) this.#kept.delete(id);
  }

  #keep(cards: ReadonlyMap<string, Card>): void {
    for (const [id, card] of cards) this.#kept.set(id, card);
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= mostCards) return;
      this.#kept.delete(id);
    }
  }
}

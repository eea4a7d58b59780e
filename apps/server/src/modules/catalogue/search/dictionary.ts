import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { facetNames, readFacets, type FacetName, type Facets } from './facets.ts';
import type { Tally } from './page.sql.ts';

/** Values of each facet that are told, the most frequent first. */
const mostValues = 100;
/** Combinations remembered; a million products have some hundred thousand. */
const mostKnown = 500_000;

/**
 * What the numbers of product_facets stand for. A number never changes its meaning, so each is asked for once. Values
 * are numbered as well: a tally of hundreds of combinations is added up in an array of integers.
 */
export class FacetDictionary {
  readonly #values: { facet: FacetName; value: string }[] = [];
  readonly #numberOf = new Map<string, number>();
  #valuesOf = new Map<number, readonly number[]>();

  /** How often each value occurs among what was counted: of each facet the 100 most frequent. */
  async addUp(db: Db, { groups }: Tally): Promise<Facets> {
    if (this.#valuesOf.size > mostKnown) this.#valuesOf = new Map();
    const known = this.#valuesOf;
    await this.#learn(
      db,
      known,
      groups.filter(([id]) => !known.has(id)).map(([id]) => id),
    );
    const counts = new Uint32Array(this.#values.length);
    for (const [id, count] of groups) for (const number of known.get(id)!) counts[number]! += count;
    const told = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Facets;
    for (let number = 0; number < counts.length; number++) {
      if (counts[number] === 0) continue;
      const { facet, value } = this.#values[number]!;
      told[facet].push({ value, count: counts[number]! });
    }
    for (const name of facetNames) {
      told[name] = told[name]
        .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, mostValues);
    }
    return told;
  }

  async #learn(db: Db, known: Map<number, readonly number[]>, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const { rows } = await sql<{ id: number; key: string }>`
      select id, key from product_facets where id = any(${ids}::integer[])`.execute(db);
    for (const { id, key } of rows) {
      const values = readFacets(key).flatMap((some, at) =>
        some.map((value) => this.#number(facetNames[at]!, value)),
      );
      known.set(id, values);
    }
  }

  #number(facet: FacetName, value: string): number {
    const key = `${facet} ${value}`;
    const known = this.#numberOf.get(key);
    if (known !== undefined) return known;
    this.#numberOf.set(key, this.#values.length);
    return this.#values.push({ facet, value }) - 1;
  }
}

import type { Omission } from '../tables.ts';
import { pairKey, type Pair } from './meeting.sql.ts';

/**
 * The pairs that can be tried at all: each organisation has as many meetings as it has slots, all together as many as
 * there are tables. Taken in the order given, so who must meet comes before who wants to.
 * @param room.slotsOf slots in which an organisation can meet; two who have none in common are left out
 * @returns as well those that there is no room for, each with why
 */
export function choosePairs(
  pairs: readonly Pair[],
  { most, slotsOf }: { most: number; slotsOf: (id: string) => readonly number[] },
): { chosen: Pair[]; omitted: Omission[] } {
  const wanted = new Map<string, number>();
  for (const { a_id, b_id } of pairs)
    for (const id of [a_id, b_id]) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  const taken = new Map<string, number>();
  const isFull = (id: string) => (taken.get(id) ?? 0) === slotsOf(id).length;
  const chosen: Pair[] = [];
  const omitted: Omission[] = [];
  for (const pair of pairs) {
    const who = [pair.a_id, pair.b_id].find(isFull);
    const theirs = new Set(slotsOf(pair.b_id));
    if (who !== undefined) {
      const full = { who, wanted: wanted.get(who)!, slots: slotsOf(who).length };
      omitted.push({ ...pair, why: 'full', full });
    } else if (!slotsOf(pair.a_id).some((slot) => theirs.has(slot)))
      omitted.push({ ...pair, why: 'apart', full: null });
    else if (chosen.length === most) omitted.push({ ...pair, why: 'tables', full: null });
    else {
      for (const id of [pair.a_id, pair.b_id]) taken.set(id, (taken.get(id) ?? 0) + 1);
      chosen.push(pair);
    }
  }
  return { chosen, omitted };
}

/** The pairs with some of them before the others, otherwise in their order. @param first by `pairKey`, the first set first */
export function withFirst(pairs: readonly Pair[], ...first: ReadonlySet<string>[]): Pair[] {
  const rank = (pair: Pair) => {
    const at = first.findIndex((those) => those.has(pairKey(pair)));
    return at === -1 ? first.length : at;
  };
  return pairs.toSorted((one, other) => rank(one) - rank(other));
}

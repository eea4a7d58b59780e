import { pairKey, type Pair } from './meeting.sql.ts';

/**
 * The pairs that can be tried at all: each organisation has as many meetings as it has slots, all together as many as
 * there are tables. Taken in the order given, so who must meet comes before who wants to.
 * @param room.slotsOf slots in which an organisation can meet; two who have none in common are left out
 */
export function choosePairs(
  pairs: readonly Pair[],
  { most, slotsOf }: { most: number; slotsOf: (id: string) => readonly number[] },
): Pair[] {
  const left = new Map<string, number>();
  const leftOf = (id: string) => left.get(id) ?? slotsOf(id).length;
  const chosen: Pair[] = [];
  for (const pair of pairs) {
    const [a, b] = [leftOf(pair.a_id), leftOf(pair.b_id)];
    if (a === 0 || b === 0 || chosen.length === most) continue;
    const theirs = new Set(slotsOf(pair.b_id));
    if (!slotsOf(pair.a_id).some((slot) => theirs.has(slot))) continue;
    left.set(pair.a_id, a - 1);
    left.set(pair.b_id, b - 1);
    chosen.push(pair);
  }
  return chosen;
}

/** The pairs with some of them before the others, otherwise in their order. @param first by `pairKey`, the first set first */
export function withFirst(pairs: readonly Pair[], ...first: ReadonlySet<string>[]): Pair[] {
  const rank = (pair: Pair) => {
    const at = first.findIndex((those) => those.has(pairKey(pair)));
    return at === -1 ? first.length : at;
  };
  return pairs.toSorted((one, other) => rank(one) - rank(other));
}

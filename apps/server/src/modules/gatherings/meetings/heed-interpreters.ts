import type { Interpreters } from '@jiechuan/contract';
import type { Resource } from '@jiechuan/meetings';
import { keyOf, pairOf, pairsThatDo, type Speaking } from './interpret.ts';

/** Sets of pairs of languages that are looked at at most. */
const mostSets = 100;

/**
 * What a schedule has to keep to so that each meeting has an interpreter that needs one: of some meetings no more at once than
 * there are interpreters who could serve any of them. By Hall's theorem all meetings of a slot can be served just if, for
 * whichever pairs of languages, no more of them can do with these pairs alone than interpreters go between them. It is enough to
 * look at what some meetings can do with together, each having a pair in common with another of them: any other set is made of
 * such as are kept anyhow. Where these are too many it is a part of them, the smaller first, and all together; what that leaves
 * open is told of the schedule that is found. A meeting that nobody can serve is in none.
 * @param met each with its id in the instance
 * @param most sets that are looked at @param tables with interpreters for so many at once nothing can run short
 */
export function interpretersAsResources(
  met: readonly (Speaking & { id: number })[],
  interpreters: Interpreters,
  { tables, most = mostSets }: { tables: number; most?: number },
): Resource[] {
  const has = new Map(
    interpreters.map(({ between, count }, at) => [keyOf(...between), { count, bit: 1n << BigInt(at) }]),
  );
  const maskOf = (one: Speaking) => pairsThatDo(one, has).reduce((mask, key) => mask | has.get(key)!.bit, 0n);
  const byNeed = Map.groupBy(met, maskOf);
  byNeed.delete(0n);
  const needs = [...byNeed].toSorted(([, one], [, other]) => other.length - one.length).map(([mask]) => mask);
  const sets = new Set(needs.slice(0, most));
  // What is added is looked at in its turn, so that each comes to be joined with all that it has a pair in common with.
  for (const set of sets)
    for (const need of needs) if ((set & need) !== 0n && sets.size < most) sets.add(set | need);
  if (sets.size === most) sets.add(needs.reduce((all, need) => all | need, 0n));
  return [...sets].flatMap((set): Resource[] => {
    const pairs = [...has].filter(([, { bit }]) => (bit & set) !== 0n);
    const capacity = pairs.reduce((sum, [, { count }]) => sum + count, 0);
    const those = [...byNeed].flatMap(([need, all]) => ((need & ~set) === 0n ? all : []));
    if (those.length <= capacity || capacity >= tables) return [];
    return [{ name: pairs.map(([key]) => key).join(', '), meetings: those.map(({ id }) => id), capacity }];
  });
}

/** The pairs of languages that a resource stands for. */
export const languagesOfResource = ({ name }: Resource): [string, string][] =>
  (name ?? '').split(', ').map(pairOf);

/** The same in words. */
export function languagesInWords(resource: Resource, language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const words = languagesOfResource(resource).map((pair) =>
    pair.map((one) => names.of(one) ?? one).join('–'),
  );
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(words);
}

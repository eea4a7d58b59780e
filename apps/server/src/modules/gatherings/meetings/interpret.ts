import type { Interpreters, Understanding } from '@jiechuan/contract';

/** Two by the languages that each speaks (BCP 47), the one spoken best first. */
export interface Speaking {
  a: readonly string[];
  b: readonly string[];
}

/** Two who meet. */
interface Met extends Speaking {
  slot: number;
  table: number;
}

/** How many interpreters of one pair of languages are needed in a slot, and how many there are. */
export interface Needed {
  slot: number;
  between: [string, string];
  needed: number;
  has: number;
}

/** A language without its script and country: who speaks `zh-CN` understands `zh-TW`. */
const spoken = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => tag.split('-')[0]!))];
/** Two languages as one word, in whichever order. */
export const keyOf = (one: string, other: string): string => [one, other].toSorted().join(' ');
export const pairOf = (key: string): [string, string] => key.split(' ') as [string, string];

/**
 * Gives the interpreters that there are to the meetings that need one, as many as can be in each slot (bipartite
 * matching by augmenting paths, after Kuhn 1955), the first tables first.
 * @returns for each meeting, in the order given, whether its two understand each other; and what is needed at once
 */
export function interpret(
  meetings: readonly Met[],
  interpreters: Interpreters,
): { meetings: Understanding[]; slots: Needed[] } {
  const has = new Map(interpreters.map(({ between, count }) => [keyOf(...between), count]));
  const told = meetings.map(understand);
  const bySlot = Map.groupBy(
    meetings.map((meeting, at) => ({ ...meeting, at })),
    ({ slot }) => slot,
  );
  const slots: Needed[] = [];
  for (const [slot, all] of [...bySlot].toSorted(([one], [other]) => one - other)) {
    const foreign = all
      .filter(({ at }) => told[at] === undefined)
      .toSorted((one, other) => one.table - other.table)
      .map(({ at, a, b }) => ({ at, pairs: pairsOf(a, b) }));
    const given = share(
      foreign.map(({ pairs }) => pairs.filter((key) => has.has(key))),
      has,
    );
    const needed = new Map<string, number>();
    for (const [index, { at, pairs }] of foreign.entries()) {
      // Who gets none would best have one of a pair that there is, else of the languages they speak best.
      const key = given[index] ?? pairs.find((one) => has.has(one)) ?? pairs[0]!;
      needed.set(key, (needed.get(key) ?? 0) + 1);
      told[at] = {
        state: given[index] === undefined ? 'short' : 'booked',
        language: null,
        between: pairOf(key),
      };
    }
    for (const [key, count] of [...needed].toSorted(([one], [other]) => (one < other ? -1 : 1)))
      slots.push({ slot, between: pairOf(key), needed: count, has: has.get(key) ?? 0 });
  }
  return { meetings: told as Understanding[], slots };
}

/** What needs no interpreter; undefined for all else. */
function understand({ a, b }: Speaking): Understanding | undefined {
  const [ours, theirs] = [spoken(a), spoken(b)];
  if (ours.length === 0 || theirs.length === 0) return { state: 'unknown', language: null, between: null };
  const language = ours.find((one) => theirs.includes(one));
  return language === undefined ? undefined : { state: 'shared', language, between: null };
}

/** Every pair of a language of one and a language of the other, those that they speak best first. */
const pairsOf = (a: readonly string[], b: readonly string[]): string[] =>
  spoken(a)
    .flatMap((one, at) => spoken(b).map((other, after) => ({ key: keyOf(one, other), rank: at + after })))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ key }) => key);

/** Of the pairs of languages that there are interpreters of, those that help two who need one. */
export const pairsThatDo = ({ a, b }: Speaking, has: Pick<ReadonlyMap<string, unknown>, 'has'>): string[] =>
  understand({ a, b }) === undefined ? pairsOf(a, b).filter((key) => has.has(key)) : [];

/**
 * Shares places out among who can take each, as many as can be; who has one keeps one when a later one is served.
 * @param choices for each who asks, the kinds of place that would do
 * @returns what each was given
 */
function share(
  choices: readonly (readonly string[])[],
  places: ReadonlyMap<string, number>,
): (string | undefined)[] {
  const given: (string | undefined)[] = choices.map(() => undefined);
  const takers = new Map<string, number[]>();
  const serve = (who: number, seen: Set<string>): boolean => {
    for (const key of choices[who]!) {
      if (seen.has(key)) continue;
      seen.add(key);
      const there = takers.get(key) ?? [];
      // Somebody who has one of these and can do with another makes room.
      const mover = there.length < places.get(key)! ? null : there.find((one) => serve(one, seen));
      if (mover === undefined) continue;
      takers.set(key, [...(takers.get(key) ?? []).filter((one) => one !== mover), who]);
      given[who] = key;
      return true;
    }
    return false;
  };
  for (const who of choices.keys()) serve(who, new Set());
  return given;
}

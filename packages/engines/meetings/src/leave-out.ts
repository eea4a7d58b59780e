import { domains } from './domains.ts';
import type { Instance } from './types.ts';

/**
 * The rules that can’t be bent, for clingo, where a meeting may be left out or, with less to pay, be elsewhere than it is
 * fixed to. out(M): it is left out; who had to come after it has to no more. free(M): it isn’t where it was fixed to.
 * in(G,M), g(G,C): of a group no more than C can be; it follows from the others, and by them alone takes long to be proved.
 */
const rules = `
{ out(M) } :- m(M,A,B).
1 { x(M,S) : d(M,S) } 1 :- m(M,A,B), not out(M).
part(M,A) :- m(M,A,_). part(M,B) :- m(M,_,B).
pd(P,S) :- part(M,P), d(M,S).
:- pd(P,S), 2 { x(M,S) : part(M,P) }.
:- s(S), tables+1 { x(M,S) }.
earlier(L,S) :- x(L,T), T < S, s(S), after(_,L).
:- after(M,L), x(M,S), not out(L), not earlier(L,S).
:- g(G,C), C+1 { not out(M) : in(G,M) }.
free(M) :- f(M,T), x(M,S), S != T.
#minimize { 1@2,M : out(M); 1@1,M : free(M) }.
#show out/1. #show free/1. #project out/1. #project free/1.
`;

/**
 * What is to be left out as a logic program. Meetings are called by their place in the instance’s list.
 * @param could the slots that each could be in if no other were there and it weren’t fixed: see `freeDomains`
 */
export function leaveOutProgram(
  { slots, tables, meetings }: Instance,
  could: readonly (readonly number[])[],
): string {
  const place = new Map(meetings.map(({ id }, at) => [id, at]));
  const facts: string[] = [`#const tables=${tables}.`, `s(1..${slots}).`];
  for (const [at, { a, b, fixedSlot, after }] of meetings.entries()) {
    facts.push(`m(${at},${a},${b}).`, ...runsOf(could[at]!).map(([from, to]) => `d(${at},${from}..${to}).`));
    if (fixedSlot !== null) facts.push(`f(${at},${fixedSlot}).`);
    facts.push(...after.map((id) => `after(${at},${place.get(id)!}).`));
  }
  for (const [group, { places, most }] of crowded(meetings, could, tables).entries())
    facts.push(`g(${group},${most}).`, ...places.map((at) => `in(${group},${at}).`));
  return `${rules}${facts.join('\n')}\n`;
}

/** The slots that meetings could be in if no other were there and none were fixed. @param open as in `domains` */
export const freeDomains = (instance: Instance, open: (place: number, slot: number) => boolean): number[][] =>
  // What comes after something may come earlier once that is left out.
  domains(
    { ...instance, meetings: instance.meetings.map((one) => ({ ...one, fixedSlot: null, after: [] })) },
    open,
  );

interface Group {
  places: number[];
  most: number;
}

/**
 * Groups of meetings that have too few places in the only slots they could be in: one participant’s; tables for all; or those
 * that hang together, of whom half at most can meet at once, so that an odd one waits.
 */
function crowded(
  meetings: Instance['meetings'],
  could: readonly (readonly number[])[],
  tables: number,
): Group[] {
  const masks = could.map((slots) => slots.reduce((mask, slot) => mask | (1n << BigInt(slot)), 0n));
  /** Sets of slots, each with the meetings that could be nowhere else. */
  const windows = (places: readonly number[]): { count: number; within: number[] }[] => {
    const byMask = Map.groupBy(places, (at) => masks[at]!);
    const union = [...byMask.keys()].reduce((all, mask) => all | mask, 0n);
    return [...new Set([...byMask.keys(), union])].map((mask) => ({
      count: [...mask.toString(2)].filter((bit) => bit === '1').length,
      within: [...byMask].flatMap(([other, those]) => ((other & ~mask) === 0n ? those : [])),
    }));
  };
  const all = windows([...meetings.keys()]);
  const sides = meetings.flatMap(({ a, b }, at) => [a, b].map((who) => ({ who, at })));
  const ofOne = [...Map.groupBy(sides, ({ who }) => who).values()].flatMap((mine) =>
    windows(mine.map(({ at }) => at)),
  );
  return [
    ...all.map(({ count, within }): Group => ({ places: within, most: count * tables })),
    ...all.flatMap(({ count, within }) =>
      together(meetings, within).map(({ places, people }): Group => ({
        places,
        most: count * Math.floor(people / 2),
      })),
    ),
    ...ofOne.map(({ count, within }): Group => ({ places: within, most: count })),
  ].filter(({ places, most }) => places.length > most);
}

/** Meetings by whom they hang together with, and how many people these are. */
function together(
  meetings: Instance['meetings'],
  places: readonly number[],
): { places: number[]; people: number }[] {
  const parent = new Map<number, number>();
  const rootOf = (who: number): number => {
    let root = who;
    while (parent.has(root)) root = parent.get(root)!;
    if (root !== who) parent.set(who, root);
    return root;
  };
  for (const at of places) {
    const [one, other] = [rootOf(meetings[at]!.a), rootOf(meetings[at]!.b)];
    if (one !== other) parent.set(one, other);
  }
  return [...Map.groupBy(places, (at) => rootOf(meetings[at]!.a)).values()].map((those) => ({
    places: those,
    people: new Set(those.flatMap((at) => [meetings[at]!.a, meetings[at]!.b])).size,
  }));
}

/** How many have to be left out at least, told without a search: so many too many want to be in the same few slots. */
export const fewestByCounting = (
  { meetings, tables }: Instance,
  could: readonly (readonly number[])[],
): number =>
  crowded(meetings, could, tables).reduce(
    (most, group) => Math.max(most, group.places.length - group.most),
    0,
  );

/** Ascending slots as few runs from – to: what is to be read stays short. */
function runsOf(slots: readonly number[]): [from: number, to: number][] {
  const runs: [from: number, to: number][] = [];
  for (const slot of slots) {
    const last = runs.at(-1);
    if (last && last[1] === slot - 1) last[1] = slot;
    else runs.push([slot, slot]);
  }
  return runs;
}

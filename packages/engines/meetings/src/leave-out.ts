import { domains } from './domains.ts';
import { masksOf, mostSets, scarce, windows } from './resources.ts';
import type { Instance } from './types.ts';

/**
 * The rules that can’t be bent, for clingo, where a meeting may be left out or, with less to pay, be elsewhere than it is
 * fixed to. out(M): it is left out; who had to come after it has to no more. free(M): it isn’t where it was fixed to.
 * need(R,M), avail(R,C): of those that need a resource no more than C can be in one slot. in(G,M), g(G,C): of a group no more
 * than C can be; it follows from the others, and by them alone takes long to be proved.
 */
const rules = `
{ out(M) } :- m(M,A,B).
1 { x(M,S) : d(M,S) } 1 :- m(M,A,B), not out(M).
part(M,A) :- m(M,A,_). part(M,B) :- m(M,_,B).
pd(P,S) :- part(M,P), d(M,S).
:- pd(P,S), 2 { x(M,S) : part(M,P) }.
:- s(S), tables+1 { x(M,S) }.
:- avail(R,C), s(S), C+1 { x(M,S) : need(R,M) }.
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
export function leaveOutProgram(instance: Instance, could: readonly (readonly number[])[]): string {
  const { slots, tables, meetings } = instance;
  const place = new Map(meetings.map(({ id }, at) => [id, at]));
  const facts: string[] = [`#const tables=${tables}.`, `s(1..${slots}).`];
  for (const [at, { a, b, fixedSlot, after }] of meetings.entries()) {
    facts.push(`m(${at},${a},${b}).`, ...runsOf(could[at]!).map(([from, to]) => `d(${at},${from}..${to}).`));
    if (fixedSlot !== null) facts.push(`f(${at},${fixedSlot}).`);
    facts.push(...after.map((id) => `after(${at},${place.get(id)!}).`));
  }
  for (const { resource, capacity, places } of scarce(instance))
    facts.push(`avail(${resource},${capacity}).`, ...places.map((at) => `need(${resource},${at}).`));
  for (const [group, { places, most }] of crowded(instance, could).entries())
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
 * Groups of meetings that have too few places in the only slots they could be in: one participant’s; tables for all; what is
 * there of a resource for those that need it; or those that hang together, of whom half at most can meet at once, so that an
 * odd one waits.
 */
function crowded(instance: Instance, could: readonly (readonly number[])[]): Group[] {
  const { meetings, tables } = instance;
  const masks = masksOf(could);
  const all = windows(masks, [...meetings.keys()]);
  const sides = meetings.flatMap(({ a, b }, at) => [a, b].map((who) => ({ who, at })));
  const ofOne = [...Map.groupBy(sides, ({ who }) => who).values()].flatMap((mine) =>
    windows(
      masks,
      mine.map(({ at }) => at),
    ),
  );
  const ofResource = scarce(instance).flatMap(({ capacity, places }) =>
    windows(masks, places, mostSets).map(({ slots, within }): Group => ({
      places: within,
      most: slots * capacity,
    })),
  );
  return [
    ...all.map(({ slots, within }): Group => ({ places: within, most: slots * tables })),
    ...all.flatMap(({ slots, within }) =>
      together(meetings, within).map(({ places, people }): Group => ({
        places,
        most: slots * Math.floor(people / 2),
      })),
    ),
    ...ofOne.map(({ slots, within }): Group => ({ places: within, most: slots })),
    ...ofResource,
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
export const fewestByCounting = (instance: Instance, could: readonly (readonly number[])[]): number =>
  crowded(instance, could).reduce((most, group) => Math.max(most, group.places.length - group.most), 0);

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

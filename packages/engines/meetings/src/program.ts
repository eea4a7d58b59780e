import type { Problem } from './problem.ts';
import { scarce } from './resources.ts';

/**
 * The problem's rules for clingo. x(M,S): meeting M is in slot S. u(P,S): participant P meets then; st and en: it has
 * begun by then, it has not ended before. ge(P,K): P has K breaks at least. The last rules but one follow from the
 * others and only make the search see sooner what a participant without breaks can't do.
 */
const rules = `
1 { x(M,S) : d(M,S) } 1 :- m(M,A,B).
part(M,A) :- m(M,A,_). part(M,B) :- m(M,_,B).
pd(P,S) :- part(M,P), d(M,S).
u(P,S) :- x(M,S), part(M,P).
:- pd(P,S), 2 { x(M,S) : part(M,P) }.
:- s(S), tables+1 { x(M,S) }.
:- n(P,N), not N { u(P,S) : pd(P,S) } N.
earlier(L,S) :- x(L,T), T < S, s(S), after(_,L).
:- after(M,L), d(M,S), x(M,S), not earlier(L,S).
st(P,S) :- u(P,S).
st(P,S+1) :- st(P,S), s(S+1).
en(P,S) :- u(P,S).
en(P,S-1) :- en(P,S), s(S-1).
brk(P,S) :- st(P,S), not u(P,S), u(P,S+1).
ge(P,K) :- cap(P,C), K = 1..C, K { brk(P,S) }.
any(K) :- ge(P,K).
:- any(K), K > fairness, p(P), not ge(P,K-fairness).
:- least(P,K), not ge(P,K).
:- ge(P,K), K > 1, not ge(P,K-1).
:- n(P,N), st(P,S-N), en(P,S), s(S), not ge(P,1).
:- n(P,N), s(S), st(P,S), not st(P,S-N), not u(P,S), not ge(P,1).
#show x/2.
`;

/** need(R,M): meeting M needs the resource R. avail(R,C): of that there is enough for C at once. */
const enough = ':- avail(R,C), s(S), C+1 { x(M,S) : need(R,M) }.';

/** What is to be small. */
const fewBreaks = '#minimize { 1,P,K : ge(P,K) }.';

/** Before all else, where that is asked, few moved meetings: w(M,S) tells where one was. */
const stay = ':~ w(M,S), not x(M,S). [1@1,M]';
/** Where to look first: what is best is often near to what the search has found. */
const near = '#heuristic x(M,S) : h(M,S), d(M,S). [1,true]';

/**
 * The problem as a logic program. Meetings are called by their place in the instance's list.
 * @param hint slots to try first, by that order; clingo heeds them with --heuristic=Domain
 */
export function program({ instance, could, least, was }: Problem, hint: ArrayLike<number> | null): string {
  const { participants, slots, tables, fairness, meetings } = instance;
  const place = new Map(meetings.map(({ id }, at) => [id, at]));
  const facts: string[] = [`#const tables=${tables}.`, `#const fairness=${fairness}.`, `s(1..${slots}).`];
  const count = Array.from({ length: participants + 1 }, () => 0);
  for (const [at, { a, b, after }] of meetings.entries()) {
    count[a]!++;
    count[b]!++;
    facts.push(`m(${at},${a},${b}).`, ...could[at]!.map((slot) => `d(${at},${slot}).`));
    facts.push(...after.map((id) => `after(${at},${place.get(id)!}).`));
  }
  for (let person = 1; person <= participants; person++) {
    const meets = count[person]!;
    facts.push(`p(${person}).`);
    if (meets === 0) continue;
    facts.push(`n(${person},${meets}).`, `cap(${person},${Math.min(meets - 1, slots - meets)}).`);
    if (least[person - 1]! > 0) facts.push(`least(${person},${least[person - 1]!}).`);
  }
  const short = scarce(instance);
  for (const { resource, capacity, places } of short)
    facts.push(`avail(${resource},${capacity}).`, ...places.map((at) => `need(${resource},${at}).`));
  for (const [at, slot] of was?.entries() ?? []) if (slot > 0) facts.push(`w(${at},${slot}).`);
  if (hint) for (let at = 0; at < hint.length; at++) if (hint[at]! > 0) facts.push(`h(${at},${hint[at]}).`);
  return `${rules}${short.length > 0 ? `${enough}\n` : ''}${fewBreaks}\n${was ? `${stay}\n` : ''}${hint ? `${near}\n` : ''}${facts.join('\n')}\n`;
}

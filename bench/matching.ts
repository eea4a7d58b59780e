import { Matcher, type Match, type Problem } from '../packages/engines/matching/src/index.ts';
import { linearProgram } from '../packages/engines/matching/src/testing/linear-program.ts';
import { randomFrom } from '../packages/engines/matching/src/testing/random-problem.ts';
import { openSolver } from '../packages/engines/matching/src/testing/solver.ts';
import { milliseconds, seconds, times, type Result } from './report.ts';

const makers = 1000;
const kinds = 60;

/** 10,000 products of 1,000 makers in 60 kinds; each want is matched by a third of a kind or two, 40 at most. */
function problem(wantCount: number, seed: number): Problem {
  const random = randomFrom(seed);
  const supplies = Array.from({ length: 10_000 }, (_, at) => ({
    id: `s${at}`,
    producer: `m${at % makers}`,
    // A maker is at home in two kinds.
    kind: `k${((at % makers) * 7 + (random(3) === 0 ? 13 : 0)) % kinds}`,
    capacity: 50 + random(2000),
  }));
  const wants = Array.from({ length: wantCount }, (_, at) => ({
    id: `w${at}`,
    quantity: 100 + random(10_000),
  }));
  const ofKind = Map.groupBy(supplies, ({ kind }) => kind);
  const matches = wants.flatMap((want) => {
    const first = random(kinds);
    const second = random(3) === 0 ? random(kinds) : first;
    return [...new Set([first, second])]
      .flatMap((kind) => ofKind.get(`k${kind}`)!)
      .filter(() => random(3) === 0)
      .slice(0, 40)
      .map((supply): Match => ({ want: want.id, supply: supply.id, points: 300 + random(700) }));
  });
  return { supplies, wants, matches };
}

/** All open wants at once, and one want changed, beside a solver of linear programs on the same problem. */
export async function benchMatching(): Promise<Result> {
  const whole = problem(2000, 1);
  const made = time(() => {
    const matcher = new Matcher(whole);
    return { matcher, found: matcher.assignment() };
  });
  const { matcher } = made.value;
  const random = randomFrom(2);
  const updates: number[] = [];
  for (let at = 0; at < 200; at++) {
    const want = { id: `w${random(2000)}`, quantity: 100 + random(10_000) };
    const mine = whole.matches
      .filter((match) => match.want === want.id)
      .map((match) => ({ ...match, points: 300 + random(700) }));
    updates.push(
      time(() => {
        matcher.setWant(want, mine);
        return matcher.assignment();
      }).ms,
    );
  }
  const program = linearProgram(whole);
  const solver = await openSolver();
  const solved = time(() => solver.solve(program));
  if (Math.round(solved.value.ObjectiveValue) !== made.value.found.value)
    throw new Error(`${made.value.found.value} is not the best: ${solved.value.ObjectiveValue}`);
  const at = (share: number) => updates.toSorted((a, b) => a - b)[Math.floor(share * (updates.length - 1))]!;
  const row = (what: string, told: string, ratio: number) => [what, told, times(ratio)];
  return {
    title: 'Matching',
    columns: ['What', 'Time', 'Compared'],
    rows: [
      row('all wants at once', seconds(made.ms), 1),
      row('one want changed and all told anew, p50', milliseconds(at(0.5)), at(0.5) / made.ms),
      row('one want changed and all told anew, p95', milliseconds(at(0.95)), at(0.95) / made.ms),
      row('HiGHS, the same problem as a linear program', seconds(solved.ms), solved.ms / made.ms),
    ],
    notes: [
      `10,000 products of ${makers.toLocaleString('en')} makers in ${kinds} kinds, 2,000 wants, ${whole.matches.length.toLocaleString('en')} matches, seeded; both find the same value. Goals: all at most 5 s, a change at most 50 ms.`,
    ],
  };
}

function time<T>(work: () => T): { value: T; ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

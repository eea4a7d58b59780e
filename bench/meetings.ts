import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check, type Instance } from '../packages/engines/meetings/src/index.ts';
import { solve } from '../packages/engines/meetings/src/threads/solve.ts';
import { seconds, type Result } from './report.ts';

/** Where the published instances are; they are not part of the repository. */
const folder =
  process.env['MEETINGS_INSTANCES'] ?? path.join(import.meta.dirname, '../../shared/cases/meetings');
const most = 20;

type Published = Instance & { published: { breaks: number | null; feasible: boolean } };

/** Every instance of the published set: what was proved for it elsewhere, what is found and proved here, how long it takes. */
export async function benchMeetings(): Promise<Result> {
  const rows: string[][] = [];
  const took: number[] = [];
  const early: number[] = [];
  let reached = 0;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()) {
    const given = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Published;
    let first: number | undefined;
    const solution = await solve(given, {
      seconds: most,
      onProgress: (sofar) => {
        first ??= sofar.seconds;
      },
    });
    const { status, breaks, lowerBound } = solution;
    if (breaks !== null) {
      const { faults, breaks: counted } = check(given, solution.schedule);
      if (faults.length > 0 || counted !== breaks) throw new Error(`${file}: ${faults.join('; ')}`);
      early.push((first ?? solution.seconds) * 1000);
    }
    const { feasible, breaks: published } = given.published;
    if (status === 'infeasible' ? feasible : status === 'optimal' && (!feasible || breaks !== published))
      throw new Error(`${file}: ${status} ${breaks} against the published ${published ?? 'infeasible'}`);
    if (status === 'optimal' || status === 'infeasible') reached++;
    took.push(solution.seconds * 1000);
    rows.push([
      file.replace(/\.json$/, ''),
      feasible ? `${published}` : 'infeasible',
      status === 'feasible' ? `${breaks}, at least ${lowerBound}` : `${breaks ?? '–'}`,
      status,
      seconds(solution.seconds * 1000),
      first === undefined ? '–' : seconds(first * 1000),
    ]);
  }
  const median = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)]!;
  return {
    title: 'Meetings',
    columns: ['Instance', 'Published', 'Breaks', 'Status', 'Time', 'First schedule'],
    rows,
    notes: [
      `${reached} of ${rows.length} proved as published within ${most} s; median ${seconds(median)}; a first schedule after ${seconds(Math.max(...early))} at the latest. Goal: all, median 1 s. No answer contradicts the published one.`,
      'Instances and optima: Bofill et al., JAIR 12670. Published there for its 20 originals within 7,200 s: the best MaxSAT solver 20 in 0.1–23 s, Chuffed 18, MIP 14, CPLEX CP 11, Gecode 0.',
      'Wall-clock time with the start of the threads; every schedule was checked by the independent checker.',
    ],
  };
}

import { InputFault, type Solution } from '@jiechuan/meetings';
import { solve } from '@jiechuan/meetings/solve';
import { defineProblems, Problem } from '../platform/errors.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import { readJson } from './read-json.ts';
import type { Told } from './report.ts';

const problems = defineProblems('cli', { badInput: 400 });

const say = (name: string, params: Record<string, string | number> = {}): string =>
  message(terminalLanguage, `cli.${name}`, params);

/**
 * Schedules the meetings of a JSON file with as few breaks as can be. Exit code 3 where there is no schedule, or none
 * was found in time. Interrupted (Ctrl-C), it tells what it has.
 */
export async function meetingsCommand(file: string, { seconds }: { seconds: number }): Promise<Told> {
  const instance = await readJson(file);
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once('SIGINT', interrupted);
  try {
    const solution = await solve(instance, { seconds, signal: stop.signal });
    return { lines: words(solution), value: solution, exitCode: solution.breaks === null ? 3 : 0 };
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    const reason = say(`input.${error.problem}`);
    throw new Problem(problems.badInput, { file, path: error.path, reason });
  } finally {
    process.off('SIGINT', interrupted);
  }
}

function words({ status, breaks, lowerBound, schedule, seconds }: Solution): string[] {
  const counts = { breaks: breaks ?? 0, lowerBound: lowerBound ?? 0, seconds: seconds.toFixed(1) };
  return [
    say(`meetings.${status}`, counts),
    ...[...Map.groupBy(schedule, ({ slot }) => slot)].map(([slot, there]) =>
      say('meetings.slot', {
        slot,
        meetings: there.map(({ meeting, table }) => `${meeting} (${table})`).join(', '),
      }),
    ),
  ];
}

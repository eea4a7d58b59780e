import {
  InputFault,
  readInstance,
  shortages,
  withChanges,
  type Booking,
  type Resolution,
  type Solution,
} from '@jiechuan/meetings';
import { resolve, solve } from '@jiechuan/meetings/solve';
import { defineProblems, Problem } from '../platform/errors.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import { readJson } from './read-json.ts';
import type { Told } from './report.ts';

const problems = defineProblems('cli', { badInput: 400 });

const say = (name: string, params: Record<string, string | number> = {}): string =>
  message(terminalLanguage, `cli.${name}`, params);

export interface MeetingsOptions {
  seconds: number;
  /** A file with what came in between. */
  changes?: string;
  /** A file with the schedule before. */
  from?: string;
  /** The slot that is running. */
  now?: number;
}

/**
 * Schedules the meetings of a JSON file with as few breaks as can be; or, from a schedule that there was, with as few
 * moved as can be. Exit code 3 where there is no schedule, or none was found in time. Interrupted (Ctrl-C), it tells
 * what it has.
 */
export async function meetingsCommand(
  file: string,
  { seconds, changes, from, now = 0 }: MeetingsOptions,
): Promise<Told> {
  const instance = await readJson(file);
  const changed = changes === undefined ? undefined : await readJson(changes);
  const previous = from === undefined ? undefined : await readJson(from);
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once('SIGINT', interrupted);
  const { signal } = stop;
  try {
    const given = changed === undefined ? instance : withChanges(instance, changed);
    if (previous === undefined) {
      const solution = await solve(given, { seconds, signal });
      const why = solution.status === 'infeasible' ? shortageLines(given) : [];
      return {
        lines: [...words(solution), ...why],
        value: solution,
        exitCode: solution.breaks === null ? 3 : 0,
      };
    }
    const answer = await resolve(given, previous, { seconds, signal, now });
    const why = answer.status === 'infeasible' ? shortageLines(given, now) : [];
    return {
      lines: [...stableWords(answer), ...why],
      value: answer,
      exitCode: answer.breaks === null ? 3 : 0,
    };
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    const reason = say(`input.${error.problem}`);
    const part = /^\w+/.exec(error.path)?.[0];
    const where = part === 'schedule' ? from : part === 'changes' ? changes : undefined;
    throw new Problem(problems.badInput, { file: where ?? file, path: error.path, reason });
  } finally {
    process.off('SIGINT', interrupted);
  }
}

function words({ status, breaks, lowerBound, schedule, seconds }: Solution): string[] {
  const counts = { breaks: breaks ?? 0, lowerBound: lowerBound ?? 0, seconds: seconds.toFixed(1) };
  return [say(`meetings.${status}`, counts), ...slotBySlot(schedule)];
}

/** Which resources are too scarce in the slots to come, as far as counting tells. */
function shortageLines(given: unknown, now = 0): string[] {
  const instance = readInstance(given);
  return shortages(instance, (_place, slot) => slot > now).map(({ resource, meetings, slots, room }) =>
    say('meetings.shortage', {
      resource: instance.resources![resource]!.name ?? resource + 1,
      meetings: meetings.join(', '),
      slots,
      room,
    }),
  );
}

function stableWords(answer: Resolution): string[] {
  const { moved, breaks, anew, price } = answer;
  const seconds = answer.seconds.toFixed(1);
  if (moved === null || breaks === null) return [say(`meetings.${answer.status}`, { seconds })];
  const lines = [
    say(answer.status === 'optimal' ? 'meetings.stableOptimal' : 'meetings.stableFeasible', {
      moved,
      breaks,
      movedBound: answer.lowerBound?.moved ?? 0,
    }),
  ];
  if (anew && price) {
    const counts = { breaks: anew.breaks ?? 0, moved: anew.moved ?? 0, lowerBound: anew.lowerBound ?? 0 };
    lines.push(say(anew.status === 'optimal' ? 'meetings.anewOptimal' : 'meetings.anewFeasible', counts));
    lines.push(
      price.atLeast === price.atMost
        ? say('meetings.price', { price: price.atLeast, seconds })
        : say('meetings.priceBetween', { ...price, seconds }),
    );
  }
  lines.push(...answer.moves.map((move) => say('meetings.move', move)));
  if (answer.added.length > 0) lines.push(say('meetings.added', { meetings: answer.added.join(', ') }));
  if (answer.dropped.length > 0) lines.push(say('meetings.dropped', { meetings: answer.dropped.join(', ') }));
  return [...lines, ...slotBySlot(answer.schedule)];
}

const slotBySlot = (schedule: readonly Booking[]): string[] =>
  [...Map.groupBy(schedule, ({ slot }) => slot)].map(([slot, there]) =>
    say('meetings.slot', {
      slot,
      meetings: there.map(({ meeting, table }) => `${meeting} (${table})`).join(', '),
    }),
  );

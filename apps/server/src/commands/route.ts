import { createRouter, InputFault, type Infeasible, type Network, type Query } from '@jiechuan/routing';
import { defineProblems, Problem } from '../platform/errors.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import { readJson } from './read-json.ts';
import type { Told } from './report.ts';

const problems = defineProblems('cli', { badInput: 400 });

const say = (name: string, params: Record<string, string | number> = {}): string =>
  message(terminalLanguage, `cli.${name}`, params);

/** Finds every best way through a timetable, both given as JSON files; exit code 3 when there is none, with the reason. */
export async function routeCommand(networkFile: string, queryFile: string): Promise<Told> {
  const [network, query] = [await readJson(networkFile), await readJson(queryFile)];
  const router = blaming(networkFile, () => createRouter(network as Network));
  const answer = blaming(queryFile, () => router.route(query as Query));
  const { itineraries, infeasible } = answer;
  const lines = infeasible
    ? why(infeasible)
    : [
        say('waysFound', { ways: itineraries.length }),
        ...itineraries.map(({ legs, ...sums }) => say('way', { ...sums, legs: legs.join(' → ') })),
      ];
  return { lines, value: answer, exitCode: infeasible ? 3 : 0 };
}

/** Turns the engine's refusal of an input into words that name the file and the place in it. */
function blaming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    const reason = say(`input.${error.problem}`);
    throw new Problem(problems.badInput, { file, path: error.path, reason });
  }
}

function why({ reason, lift, limits = [] }: Infeasible): string[] {
  const bans = lift ? [...lift.hubs, ...lift.legs].join(', ') : '';
  return [
    say(`noWay.${reason}`, { bans }),
    ...limits.map(({ limit, asked, best }) => {
      const name = say(`limit.${limit}`);
      return best === null ? say('limitAlone', { name, asked }) : say('limitNeeded', { name, asked, best });
    }),
    ...(lift && reason === 'limits' ? [say('bansBesides', { bans })] : []),
  ];
}

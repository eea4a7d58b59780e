import { benchBoard } from './board/board.ts';
import { benchFair } from './fair/fair.ts';
import { openGround, type Ground } from './ground.ts';
import { benchImport } from './import.ts';
import { benchList } from './list.ts';
import { benchMatching } from './matching.ts';
import { benchMeetings } from './meetings.ts';
import { benchNetwork } from './network.ts';
import { benchPlans } from './plans.ts';
import { asMarkdown, keep, machine, type Result } from './report.ts';
import { benchRouting } from './routing/routing.ts';
import { benchQuality } from './search/judge.ts';
import { benchSearch } from './search/search.ts';
import { benchShop } from './shop/shop.ts';
import { benchStart } from './start.ts';

type Bench = (ground: Ground, options: { quick: boolean }) => Promise<Result | Result[]>;
const benches: Record<string, { run: Bench; about: string; onlyByName?: boolean }> = {
  quality: { run: benchQuality, about: 'the judged queries: nDCG@10 and how many find nothing' },
  list: { run: benchList, about: 'the product list beside a bare route with the same bytes' },
  search: { run: benchSearch, about: 'latency of search at 10,000, 100,000 and 1,000,000 products' },
  import: { run: benchImport, about: 'an import beside COPY of the same rows, and its memory' },
  routing: { run: benchRouting, about: 'fronts of five criteria over timetables beside two routers of two' },
  matching: {
    run: benchMatching,
    about: 'demands and products assigned, beside a solver of linear programs',
  },
  network: { run: benchNetwork, about: 'ways to a member among 100,000 relations, beside a plain join' },
  board: {
    run: benchBoard,
    about: '5,000 viewers of the signing board: memory, and time to the last of them',
  },
  plans: { run: benchPlans, about: 'export plans one after another and a hundred at one moment' },
  start: { run: benchStart, about: 'first and second start, weight of the first page' },
  shop: {
    run: benchShop,
    about: 'import, lists and search beside a shop system; only by name: it fetches that, 700 MB',
    onlyByName: true,
  },
  fair: { run: benchFair, about: 'a fair of 500 participants and 4,000 meetings: its schedule, its answers' },
  meetings: { run: benchMeetings, about: 'meetings of the published instances scheduled, and proved' },
};

const usage = `Usage: npm run bench -- [name …] [--quick]

Without a name all are run but those that say otherwise. Results are printed and kept in docs/benchmarks.md.

${Object.entries(benches)
  .map(([name, { about }]) => `  ${name.padEnd(9)}${about}`)
  .join('\n')}

  --quick  leaves a million products out
  --help   prints this
`;

const words = process.argv.slice(2);
if (words.includes('--help') || words.includes('-h')) {
  process.stdout.write(usage);
  process.exit(0);
}
const names = words.filter((word) => !word.startsWith('-'));
const unknown = [
  ...names.filter((name) => !Object.hasOwn(benches, name)),
  ...words.filter((word) => word.startsWith('-') && word !== '--quick'),
];
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}.\n${usage}`);
  process.exit(2);
}

const byDefault = Object.keys(benches).filter((name) => !benches[name]!.onlyByName);
const ground = await openGround();
try {
  for (const name of names.length > 0 ? names : byDefault) {
    const results = [await benches[name]!.run(ground, { quick: words.includes('--quick') })].flat();
    process.stdout.write(`${results.map(asMarkdown).join('\n')}\n`);
    keep(results, machine(ground.version));
  }
} finally {
  await ground.close();
}

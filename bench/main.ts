import { openGround, type Ground } from './ground.ts';
import { benchImport } from './import.ts';
import { benchList } from './list.ts';
import { asMarkdown, keep, machine, type Result } from './report.ts';
import { benchQuality } from './search/judge.ts';
import { benchSearch } from './search/search.ts';
import { benchStart } from './start.ts';

type Bench = (ground: Ground, options: { quick: boolean }) => Promise<Result>;
const benches: Record<string, Bench> = {
  quality: benchQuality,
  list: benchList,
  search: benchSearch,
  import: benchImport,
  start: benchStart,
};

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const unknown = [
  ...names.filter((name) => !(name in benches)),
  ...words.filter((word) => word.startsWith('--') && word !== '--quick'),
];
if (unknown.length > 0) {
  process.stderr.write(
    `Unknown: ${unknown.join(', ')}. Usage: npm run bench -- [${Object.keys(benches).join('|')} …] [--quick leaves a million products out]\n`,
  );
  process.exit(2);
}

const ground = await openGround();
try {
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const result = await benches[name]!(ground, { quick: words.includes('--quick') });
    process.stdout.write(`${asMarkdown(result)}\n`);
    keep([result], machine(ground.version));
  }
} finally {
  await ground.close();
}

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * `npm test`: every check there is, cheapest first. `npm test -- types unit` runs only those named.
 * The last line is `N passed, N failed`; nothing is skipped without a word.
 */
const root = path.resolve(import.meta.dirname, '..');
const results = mkdtempSync(path.join(tmpdir(), 'jiechuan-results-'));
const binary = (name: string) => path.join(root, 'node_modules/.bin', name);
const report = (name: string) => path.join(results, `${name}.json`);

interface Outcome {
  passed: number;
  failed: number;
  /** Which tests failed, with the first line of why; said again at the end, where nobody has to look for it. */
  names?: string[];
}
interface Stage {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads the counts of a runner's report; a plain check counts as one. */
  count?: () => Outcome;
}

const vitest = (name: string, filters: string[], env: Record<string, string> = {}): Stage => ({
  name,
  command: [
    binary('vitest'),
    'run',
    ...filters,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(name)}`,
  ],
  env,
  count: () => {
    const { numPassedTests, numTotalTests, numFailedTestSuites, testResults } = JSON.parse(
      readFileSync(report(name), 'utf8'),
    ) as {
      numPassedTests: number;
      numTotalTests: number;
      numFailedTestSuites: number;
      testResults: {
        name: string;
        status: string;
        message?: string;
        assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
      }[];
    };
    const names = testResults.flatMap(({ name: file, status, message, assertionResults }) => [
      ...assertionResults
        .filter((test) => test.status !== 'passed')
        .map((test) => named(file, test.fullName, test.failureMessages?.[0] ?? test.status)),
      ...(status === 'failed' && assertionResults.every((test) => test.status === 'passed')
        ? [named(file, 'the file itself', message)]
        : []),
    ]);
    // A file that didn't even load has no tests to count, but it failed.
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    const failed = numTotalTests - numPassedTests + unloaded;
    return { passed: numPassedTests, failed: failed === 0 && numFailedTestSuites > 0 ? 1 : failed, names };
  },
});

const named = (file: string, test: string, why = ''): string =>
  `${path.relative(root, file)} › ${test}: ${why.split('\n', 1)[0]!.slice(0, 300)}`;

interface BrowserSuite {
  suites?: BrowserSuite[];
  specs?: {
    file: string;
    title: string;
    ok: boolean;
    tests: { results: { status: string; error?: { message?: string } }[] }[];
  }[];
}
/** As above, of the browser's report. */
const brokenSpecs = ({ suites = [], specs = [] }: BrowserSuite): string[] => [
  ...specs
    .filter(
      ({ ok, tests }) => !ok || tests.some(({ results }) => results.some((one) => one.status !== 'passed')),
    )
    .map(({ file, title, tests }) => {
      const first = tests.flatMap(({ results }) => results).find(({ error }) => error !== undefined);
      return named(path.join(root, 'e2e', file), title, first?.error?.message);
    }),
  ...suites.flatMap(brokenSpecs),
];

const outside = process.env['TEST_DATABASE_URL_15'];
const stages: Stage[] = [
  { name: 'format', command: [binary('oxfmt'), '--check', '.'] },
  { name: 'lint', command: [binary('oxlint'), '--quiet'] },
  { name: 'types', command: [binary('tsc'), '-p', '.'] },
  { name: 'types-web', command: ['npm', 'run', 'typecheck', '--silent', '-w', 'apps/web'] },
  { name: 'dead-code', command: [binary('knip')] },
  {
    name: 'boundaries',
    command: [
      binary('depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      'apps',
      'packages',
      'bench',
      'e2e',
      'bin',
    ],
  },
  vitest('tests', []),
  ...(outside
    ? [
        vitest(
          'tests-on-postgresql-15',
          [
            'apps/server/src/modules',
            'apps/server/src/app.test.ts',
            'apps/server/src/platform/http',
            'apps/server/src/platform/db',
            'apps/server/src/platform/events',
          ],
          { TEST_DATABASE_URL: outside },
        ),
      ]
    : []),
  {
    name: 'browser',
    command: [binary('playwright'), 'test', '--config', 'e2e/playwright.config.ts'],
    env: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report('browser'),
      E2E_DATA: process.env['E2E_DATA'] ?? path.join(results, 'alliance'),
    },
    count: () => {
      const said = JSON.parse(readFileSync(report('browser'), 'utf8')) as BrowserSuite & {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      };
      const { stats } = said;
      return {
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky + stats.skipped,
        names: brokenSpecs(said),
      };
    },
  },
];

async function run({ command, env, count }: Stage): Promise<Outcome> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  const counted = count && safely(count);
  if (!counted) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function safely(count: () => Outcome): Outcome | undefined {
  try {
    return count();
  } catch {
    return undefined;
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no such check: ${unknown.join(', ')}; there are ${stages.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}
const total: Outcome = { passed: 0, failed: 0 };
const failed: string[] = [];
const names: string[] = [];
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  process.stdout.write(`\n== ${stage.name}\n`);
  const outcome = await run(stage);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  if (outcome.failed > 0) failed.push(stage.name);
  names.push(...(outcome.names ?? []).map((name) => `${stage.name}: ${name}`));
}
rmSync(results, { recursive: true, force: true });
if (!outside)
  process.stdout.write(
    '\nTEST_DATABASE_URL_15 is not set: the database tests ran on the embedded server only.\n',
  );
if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.join(', ')}\n`);
for (const name of names.slice(0, 50)) process.stdout.write(`  ${name}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

import { Command, InvalidArgumentError, Option } from 'commander';
import { languages } from '../platform/i18n/messages.ts';
import type { ExportOptions, ImportOptions } from './lists.ts';
import type { MeetingsOptions } from './meetings.ts';
import type { PlanOptions } from './plan.ts';
import { report, type Told } from './report.ts';

/** Exit codes of the command line, as `--help` tells them. */
export const exitCodes = { done: 0, failed: 1, usage: 2, problemsFound: 3 } as const;

const wholeUpTo =
  (most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0 || number > most)
      throw new InvalidArgumentError(`a whole number from 0 to ${most} is needed`);
    return number;
  };
const whole = wholeUpTo(10_000_000);
/** Where what is asked says itself how much it takes. */
const anyWhole = wholeUpTo(Number.MAX_SAFE_INTEGER);

/** Wrong usage as one JSON document, as any other refusal with --json. */
const usageError = (text: string): string =>
  `${JSON.stringify({ error: { code: 'usage', message: text.trim().replace(/^error: /, '') } })}\n`;

/** The command line: `npm run jiechuan -- <command>`. */
export function buildProgram(): Command {
  const program = new Command('jiechuan')
    .description(
      'The command line of Jiechuan. It works on the same data as npm start: JIECHUAN_DATA and DATABASE_URL say which.',
    )
    .option('--json', 'print one JSON document instead of words')
    .showHelpAfterError()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 problems found (doctor, import, ledger, meetings, plan, route).',
    )
    // Before anything is parsed: what can't be parsed is told in the same shape.
    .configureOutput(
      process.argv.includes('--json')
        ? { writeErr: () => {}, outputError: (text) => process.stderr.write(usageError(text)) }
        : {},
    )
    .exitOverride((error) => {
      const asked = error.exitCode === 0;
      // Commander has shown the help where a command is missing; to a program that says nothing.
      if (!asked && error.code === 'commander.help' && process.argv.includes('--json'))
        process.stderr.write(usageError('a command is missing; --help shows them'));
      process.exit(asked ? 0 : exitCodes.usage);
    });
  /** Each command loads what it needs when it is asked for: all of them together take seconds to load. */
  const run = (command: () => Promise<Told>) => report(program, command);
  program
    .command('migrate')
    .description('bring the database up to date; nothing happens when it is')
    .action(() => run(async () => (await import('./migrate.ts')).migrateCommand()));
  program
    .command('backup')
    .argument('<folder>', 'a folder that does not exist yet')
    .description('write rows, waiting jobs and files into a folder while the service goes on')
    .action((folder: string) => run(async () => (await import('./backup.ts')).backupCommand(folder)));
  program
    .command('restore')
    .argument('<folder>', 'a folder written by backup')
    .description('fill an empty data folder or database from a backup')
    .action((folder: string) => run(async () => (await import('./backup.ts')).restoreCommand(folder)));
  program
    .command('doctor')
    .description('look for what is wrong: disk, database, migrations, jobs, mails, files')
    .action(() => run(async () => (await import('./doctor.ts')).doctorCommand()));
  program
    .command('seed')
    .description('load the demo alliance into an empty database; the same numbers give the same alliance')
    .option('--enterprises <number>', 'how many enterprises', whole, 1000)
    .option('--products <number>', 'how many products', whole, 10_000)
    .option('--random-seed <number>', 'which of the many demo alliances', whole, 1)
    .action((options: { enterprises: number; products: number; randomSeed: number }) =>
      run(async () => (await import('./seed.ts')).seedCommand(options)),
    );
  program
    .command('import')
    .argument(
      '<file>',
      'CSV (UTF-8, UTF-16, GB 18030, Windows-1251) or XLSX, its headings in Chinese, English or Russian',
    )
    .requiredOption('--enterprise <id or credit code>', 'whose products they are')
    .option('--dry-run', 'only tell what would come of it', false)
    .option('--publish', 'publish complete products at once', false)
    .option('--currency <code>', 'of prices that have none, ISO 4217: CNY')
    .option('--terms <Incoterm and place>', 'of prices that have none: “FOB Chongqing”')
    .description('bring a product list in; bad rows are told and left out (exit code 3)')
    .action((file: string, options: ImportOptions) =>
      run(async () => (await import('./lists.ts')).importCommand(file, options)),
    );
  program
    .command('export')
    .argument('<file>', 'where to; the ending says whether .csv or .xlsx')
    .requiredOption('--enterprise <id or credit code>', 'whose products')
    .addOption(new Option('--language <tag>', 'of the headings').choices(languages))
    .description('write an enterprise’s products in the shape that import reads')
    .action((file: string, options: ExportOptions) =>
      run(async () => (await import('./lists.ts')).exportCommand(file, options)),
    );
  const ledger = program.command('ledger').description('the chain of all that was signed and paid');
  ledger
    .command('verify')
    .option('--head <number:hash>', 'a head written down earlier, so that an end that was cut off is noticed')
    .description('reckon every hash anew; exit code 3 where an entry was altered, removed or moved')
    .action((options: { head?: string }) =>
      run(async () => (await import('./ledger.ts')).verifyLedgerCommand(options)),
    );
  ledger
    .command('export')
    .argument('<file>', 'where to: CSV with every column and hash; it must not exist yet')
    .description('write the whole ledger')
    .action((file: string) => run(async () => (await import('./ledger.ts')).exportLedgerCommand(file)));
  const rates = program.command('rates').description('rates of exchange; they are brought in, never fetched');
  rates
    .command('import')
    .argument('<file>', 'CSV in UTF-8 with the columns base, quote, date, rate, source')
    .description('bring rates in; one of the same pair and day is replaced')
    .action((file: string) => run(async () => (await import('./rates.ts')).importRatesCommand(file)));
  program
    .command('plan')
    .requiredOption('--product <SKU>', 'which product')
    .requiredOption('--market <code>', 'ISO 3166-1 code of the market: HU')
    .option('--quantity <number>', 'in the product’s own unit', anyWhole, 500)
    .option('--enterprise <id or credit code>', 'whose product, where several use the SKU')
    .option(
      '--ready-on <YYYY-MM-DD>',
      'the day the goods can leave; today and the maker’s lead time unless told',
    )
    .option('--life-left <days>', 'shelf life left on that day; all of it unless told', anyWhole)
    .description(
      'may it enter, by which road, how fresh, at what cost, what next; exit code 3 where it can’t go as things are',
    )
    .action((options: PlanOptions) => run(async () => (await import('./plan.ts')).planCommand(options)));
  program
    .command('reindex')
    .description('make every search row anew; needed after an upgrade that says so')
    .action(() => run(async () => (await import('./reindex.ts')).reindexCommand()));
  program
    .command('route')
    .argument(
      '<network>',
      'JSON: {hubs: [{id, waitDecay, waitCost, minTransfer}], legs: [{id, from, to, depart, arrive, cost, co2e, decay}]}',
    )
    .argument(
      '<query>',
      'JSON: {from, to, readyAt, latestArrival?, maxDecay?, maxTransfers?, avoidHubs?, avoidLegs?}',
    )
    .description(
      'find the best ways through a timetable in arrival, cost, CO₂e, transfers and decay; needs no database',
    )
    .action((network: string, query: string) =>
      run(async () => (await import('./route.ts')).routeCommand(network, query)),
    );
  program
    .command('meetings')
    .argument(
      '<instance>',
      'JSON: {participants, slots, morningSlots, tables, fairness, meetings: [{id, a, b, session, fixedSlot, after}], unavailable: [[slot]]}',
    )
    .option('--seconds <number>', 'stop then with the best that was found', whole, 20)
    .option(
      '--changes <file>',
      'what came in between, JSON: [{kind: noShow, participant} | {kind: away, participant, slots} | {kind: wish, meeting} | {kind: cancelled, meeting}]',
    )
    .option(
      '--from <schedule>',
      'move as few meetings of this schedule as can be, then have as few breaks; JSON as printed by --json, or [{meeting, slot, table}]',
    )
    .option(
      '--now <slot>',
      'with --from: meetings up to this slot are past and stay, all others come later',
      whole,
    )
    .description('schedule meetings with as few breaks as can be, and prove it; needs no database')
    .action((instance: string, options: MeetingsOptions) =>
      run(async () => (await import('./meetings.ts')).meetingsCommand(instance, options)),
    );
  const user = program.command('user').description('people who sign in');
  user
    .command('add')
    .argument('<email>')
    .requiredOption('--name <name>', 'how the person is called')
    .option('--secretariat', 'make the person an owner of the secretariat', false)
    .description('add a person; the password is made here and shown once')
    .action((email: string, options: { name: string; secretariat: boolean }) =>
      run(async () => (await import('./user.ts')).addUserCommand({ email, ...options })),
    );
  return program;
}

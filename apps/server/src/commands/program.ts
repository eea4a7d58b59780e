import { Command } from 'commander';
import { backupCommand, restoreCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { migrateCommand } from './migrate.ts';
import { report } from './report.ts';

/** Exit codes of the command line, as `--help` tells them. */
export const exitCodes = { done: 0, failed: 1, usage: 2, problemsFound: 3 } as const;

/** The command line: `npm run jiechuan -- <command>`. */
export function buildProgram(): Command {
  const program = new Command('jiechuan')
    .description(
      'The command line of Jiechuan. It works on the same data as npm start: JIECHUAN_DATA and DATABASE_URL say which.',
    )
    .option('--json', 'print one JSON document instead of words')
    .showHelpAfterError()
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 problems found (doctor, import).')
    .exitOverride((error) =>
      process.exit(
        error.code === 'commander.helpDisplayed' ||
          error.code === 'commander.help' ||
          error.code === 'commander.version'
          ? 0
          : exitCodes.usage,
      ),
    );
  program
    .command('migrate')
    .description('bring the database up to date; nothing happens when it is')
    .action(() => report(program, migrateCommand));
  program
    .command('backup')
    .argument('<folder>', 'a folder that does not exist yet')
    .description('write rows, waiting jobs and files into a folder while the service goes on')
    .action((folder: string) => report(program, () => backupCommand(folder)));
  program
    .command('restore')
    .argument('<folder>', 'a folder written by backup')
    .description('fill an empty data folder or database from a backup')
    .action((folder: string) => report(program, () => restoreCommand(folder)));
  program
    .command('doctor')
    .description('look for what is wrong: disk, database, migrations, jobs, mails, files')
    .action(() => report(program, doctorCommand));
  return program;
}

import type { Command } from 'commander';
import { Problem } from '../platform/errors.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import { StartProblem } from '../platform/postgres/index.ts';

/** What a command says: lines for people, a value for programs. */
export interface Told {
  lines: string[];
  value: unknown;
  /** 0 unless told. */
  exitCode?: number;
}

/** Runs a command and prints what it says; any refusal is one sentence (or one JSON document) and exit code 1. */
export async function report(program: Command, command: () => Promise<Told>): Promise<void> {
  const json = program.opts<{ json?: boolean }>().json ?? false;
  try {
    const { lines, value, exitCode = 0 } = await command();
    process.stdout.write(
      json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
    );
    process.exitCode = exitCode;
  } catch (error) {
    const said = wordsOf(error);
    process.stderr.write(json ? `${JSON.stringify({ error: said })}\n` : `${said.message}\n`);
    process.exitCode = 1;
  }
}

function wordsOf(error: unknown): { code: string; message: string } {
  if (error instanceof Problem) {
    const fields = error.fields.map(
      (field) => `\n  ${field.path}: ${field.message ?? message(terminalLanguage, field.code, field.params)}`,
    );
    return {
      code: error.code,
      message: message(terminalLanguage, error.code, error.params) + fields.join(''),
    };
  }
  if (error instanceof StartProblem) return { code: error.code, message: error.message };
  return {
    code: 'failed',
    message: message(terminalLanguage, 'cli.failed', { reason: (error as Error).message }),
  };
}

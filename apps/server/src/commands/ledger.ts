import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exportLedger, verifyLedger, type Head } from '../modules/deals/index.ts';
import { defineProblems, Problem } from '../platform/errors.ts';
import { message, terminalLanguage } from '../platform/i18n/messages.ts';
import type { Told } from './report.ts';
import { withApp } from './with-app.ts';

const problems = defineProblems('cli', { badHead: 422 });
const say = (code: string, params = {}) => message(terminalLanguage, `cli.${code}`, params);

/** Reckons the ledger anew; exit code 3 where it is broken. */
export async function verifyLedgerCommand({ head }: { head?: string }): Promise<Told> {
  const known = head === undefined ? undefined : readHead(head);
  const found = await withApp((app) => verifyLedger(app.database.db, known));
  const { broken } = found;
  return {
    lines: [
      broken
        ? say('ledgerBroken', { seq: broken.seq, what: say(`ledger.${broken.what}`) })
        : say('ledgerWhole', { entries: found.entries, ...found.head }),
    ],
    value: found,
    exitCode: broken ? 3 : 0,
  };
}

/** Writes the ledger into a new file. */
export async function exportLedgerCommand(file: string): Promise<Told> {
  const head = await withApp(async (app) => {
    let last: Head | undefined;
    const lines = exportLedger(app.database.db, (one) => {
      last = one;
    });
    await pipeline(lines, createWriteStream(file, { flags: 'wx' }));
    return last!;
  });
  return {
    lines: [say('ledgerExported', { entries: head.seq, file, ...head })],
    value: { file, entries: head.seq, head },
  };
}

function readHead(text: string): Head {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new Problem(problems.badHead);
  return { seq: Number(seq), hash };
}

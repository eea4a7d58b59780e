import { readFile, stat } from 'node:fs/promises';
import { defineProblems, Problem } from '../platform/errors.ts';

const problems = defineProblems('cli', { noFile: 404, notJson: 400 });

/** @throws Problem cli.noFile where there is no file of this name, cli.notJson */
export async function readJson(file: string): Promise<unknown> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Problem(problems.noFile, { file });
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Problem(problems.notJson, { file, reason: (error as Error).message });
  }
}

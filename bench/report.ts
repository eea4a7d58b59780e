import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';

/** What one benchmark found: a table and what has to be known to read it. */
export interface Result {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  notes: readonly string[];
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
/** Of what never answered there is no ratio. */
export const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toFixed(2)} ×` : '–');

/** What else the machine was doing: processes that ran or waited, before ours began. */
const [busyBefore] = loadavg();

/** The machine as the tables' heading tells it. */
export function machine(postgres: string): string {
  const all = cpus();
  const model = all[0]?.model.trim() || process.arch;
  return `${model}, ${all.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.versions.node}; PostgreSQL ${postgres}; load before it began ${busyBefore!.toFixed(1)}`;
}

export function asMarkdown({ title, columns, rows, notes }: Result): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${title}`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
    ...notes.map((note) => `- ${note}`),
    '',
  ].join('\n');
}

const file = path.join(import.meta.dirname, '../docs/benchmarks.md');

/** Writes results into docs/benchmarks.md; tables measured another time stay, each under its own date and machine. */
export function keep(results: readonly Result[], where: string): void {
  const date = new Date().toISOString().slice(0, 10);
  const sections = new Map<string, string>();
  for (const section of before()
    .split(/^(?=## )/m)
    .slice(1))
    sections.set(titleOf(section), section.trimEnd());
  for (const result of results)
    sections.set(result.title, `${asMarkdown(result).trimEnd()}\n- Measured ${date} on: ${where}.`);
  const head =
    '# Benchmarks\n\nWritten by `npm run bench`. The same run measures what a number is compared with.\n';
  writeFileSync(
    file,
    `${[head, ...sections.values()]
      .join('\n')
      .replaceAll(/\n## /g, '\n\n## ')
      .replaceAll(/\n{3,}/g, '\n\n')}\n`,
  );
}

const titleOf = (section: string): string => section.slice(3, section.indexOf('\n'));

function before(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

import { mostImportColumns } from '@jiechuan/contract';
import { CsvError, parse, type Options } from 'csv-parse';
import { pipeline, type Readable } from 'node:stream';
import { Problem } from '../../../platform/errors.ts';
import { catalogueProblems } from '../problems.ts';
import type { Encoding } from './encoding.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Characters of one row at most; a quotation mark left open would swallow the rest of the file. */
const longestRow = 2_000_000;

const options = (delimiter: string): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: longestRow,
});

export interface SheetRow {
  /** As a spreadsheet counts: the headings are row 1. */
  row: number;
  cells: string[];
}

/**
 * Reads a text table row by row, the headings first; memory stays bounded however long the file is.
 * @throws Problem catalogue.importRowTooLong, catalogue.importTooManyColumns, catalogue.importUnreadable naming the row
 */
export async function* readRows(
  content: Readable,
  encoding: Encoding,
  delimiter: string,
): AsyncGenerator<SheetRow> {
  const parser = parse(options(delimiter));
  // Strictly: what doesn't decode is refused rather than read with holes.
  const decoder = new TextDecoder(encoding, { fatal: true });
  async function* decoded(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
    for await (const part of source) yield decoder.decode(part, { stream: true });
    yield decoder.decode();
  }
  // A failure reaches the reader through the parser.
  pipeline(content, decoded, parser, () => {});
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row++;
      if (
        cells.length > mostImportColumns &&
        cells.slice(mostImportColumns).some((cell) => cell.trim() !== '')
      )
        throw new Problem(catalogueProblems.importTooManyColumns, { row, most: mostImportColumns });
      yield { row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw error.code === 'CSV_MAX_RECORD_SIZE'
        ? new Problem(catalogueProblems.importRowTooLong, { row: row + 1, most: longestRow })
        : new Problem(catalogueProblems.importQuotes, { row: row + 1 });
    }
    if (error instanceof TypeError) throw new Problem(catalogueProblems.importUnreadable);
    throw error;
  } finally {
    parser.destroy();
    content.destroy();
  }
}

/** The sign between the cells: the one that the first line has most of, outside quotation marks. */
export function detectDelimiter(start: string): Delimiter {
  let quoted = false;
  const counts = new Map<string, number>();
  for (const sign of start) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r') && counts.size > 0) break;
    else if (!quoted && (delimiters as readonly string[]).includes(sign))
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return (best?.[0] ?? ',') as Delimiter;
}

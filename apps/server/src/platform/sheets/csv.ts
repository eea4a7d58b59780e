import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';

/**
 * Rows as CSV that every spreadsheet opens rightly: UTF-8 with its mark, every cell quoted. Rows are
 * asked for as the reader takes them; where one can't be had the stream breaks off.
 */
export function csvStream(rows: AsyncIterable<string[]> | Iterable<string[]>): Readable {
  const csv = stringify({ bom: true, quoted: true, record_delimiter: 'windows' });
  pipeline(Readable.from(rows), csv, () => {});
  return csv;
}

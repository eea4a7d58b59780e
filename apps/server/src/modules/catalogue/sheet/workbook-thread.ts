import { stringify } from 'csv-stringify/sync';
import { readSheet } from 'read-excel-file/node';
import { parentPort, workerData } from 'node:worker_threads';

const cell = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : String(value);

// Digits stay as they are written: a barcode is no number.
const rows = await readSheet(Buffer.from(workerData as Uint8Array), { parseNumber: (digits) => digits });
const csv = stringify(
  rows.map((row) => row.map(cell)),
  { quoted_string: true },
);
parentPort!.postMessage(csv);

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

const tag = 'Freight';
export const largestServiceSheet = 5 * 1024 * 1024;
export const mostServiceRows = 10_000;
const mostShownFaults = 500;

/** Columns of the services' sheet, in their order. */
export const serviceSheetColumns = [
  'code',
  'from',
  'to',
  'mode',
  'weekdays',
  'departure',
  'durationMinutes',
  'distanceKm',
  'operator',
  'currency',
  'perKg',
  'perM3',
  'perContainer',
  'minimum',
  'reeferSurchargePercent',
  'temperatureClasses',
  'batteries',
  'dangerous',
  'capacityKg',
  'validFrom',
  'validUntil',
  'sourceTitle',
  'sourceUrl',
  'sourceDate',
  'confidence',
  'scheduleConfidence',
  'priceConfidence',
  'note',
  'state',
] as const;
export type ServiceSheetColumn = (typeof serviceSheetColumns)[number];

export const sheetOutcome = z.object({
  /** True where nothing was written because it was only to be looked at. */
  dryRun: z.boolean(),
  /** True where the rows were written: all of them, or none where a cell is bad. */
  applied: z.boolean(),
  rows: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** The first services as read, for a look before importing. */
  preview: z
    .array(z.object({ row: z.int(), code: z.string(), outcome: z.enum(['created', 'changed', 'unchanged']) }))
    .max(20),
  faults: z
    .array(
      z.object({
        /** As a spreadsheet counts: the headings are row 1. */
        row: z.int(),
        column: z.string(),
        value: z.string(),
        code: z.string(),
        message: z.string(),
      }),
    )
    .max(mostShownFaults),
  /** All of them, shown or not. */
  faultCount: z.int(),
});
export type SheetOutcome = z.infer<typeof sheetOutcome>;

export const importServices = endpoint({
  operationId: 'freight.importServices',
  method: 'POST',
  path: '/freight/services/import',
  tag,
  summary:
    'Bring services in from CSV, new ones by a new key; a dry run says what would happen and names every bad cell',
  query: z.strictObject({ dryRun: z.stringbool().default(false) }),
  upload: { maxBytes: largestServiceSheet },
  response: sheetOutcome,
});

export const exportServices = endpoint({
  operationId: 'freight.exportServices',
  method: 'GET',
  path: '/freight/services/export.csv',
  tag,
  summary: 'All services in the shape that an import reads',
  produces: 'text/csv; charset=utf-8',
});

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { currencyCode, idSchema, instant, oneOrMany, pageOf, pageQuery } from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { plainText } from '../text.ts';
import { productFilters } from './endpoints.ts';
import { incoterm } from './vocabulary.ts';

const tag = 'Product imports';
const importParams = z.strictObject({ id: idSchema });

/** uploaded → (checking → checked) → running → done; failed can be tried again. */
export const importStates = ['uploaded', 'checking', 'checked', 'running', 'done', 'failed'] as const;
export const importState = z.enum(importStates);
export type ImportState = z.infer<typeof importState>;

export const mostImportColumns = 200;
export const mostImportRows = 200_000;
/** A workbook is read whole, so it may be smaller than a CSV file. */
export const mostWorkbookRows = 20_000;
export const largestImport = 256 * 1024 * 1024;

/** One column of the sheet and the field it fills: `names.en`, `hs6`; null for one that is left out. */
export const importColumn = z.strictObject({
  index: z
    .int()
    .min(0)
    .max(mostImportColumns - 1),
  field: z.string().max(60).nullable(),
});

/** What plain prices of a list, `12.50`, are told in where neither their cells nor their columns say. */
export const importTerms = z.strictObject({
  currency: currencyCode.nullable().default(null),
  incoterm: incoterm.nullable().default(null),
  /** The Incoterm's named place. */
  place: plainText(100).nullable().default(null),
});

export const importProgress = z.object({
  rowsTotal: z.int(),
  rowsRead: z.int(),
  good: z.int(),
  bad: z.int(),
  /** Of the good rows: new products, changed ones and those that were so already. A dry run says what would be. */
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Good rows that are drafts because something is missing; `lacking` says what. */
  incomplete: z.int(),
});

export const importResource = z.object({
  id: idSchema,
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx']),
  /** As found out: utf-8, utf-16le, utf-16be, gb18030, windows-1251. */
  encoding: z.string(),
  delimiter: z.string(),
  state: importState,
  columns: z.array(importColumn.extend({ heading: z.string() })).max(mostImportColumns),
  /** The fields a column can fill, named in the reader's language. */
  fields: z.array(z.object({ field: z.string(), name: z.string() })),
  /** Fields that no column fills and no import can do without. */
  missing: z.array(z.string()),
  /** The first rows under the headings; long cells are cut. */
  preview: z.array(z.array(z.string())).max(20),
  progress: importProgress,
  /** Complete products are published at once. */
  publish: z.boolean(),
  terms: importTerms,
  /** What drafts among the good rows lack before they can be published, in how many rows, most first. */
  lacking: z.array(z.object({ field: z.string(), name: z.string(), rows: z.int() })),
  /** Why it failed. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type ImportResource = z.infer<typeof importResource>;

export const createImport = endpoint({
  operationId: 'catalogue.createImport',
  method: 'POST',
  path: '/imports',
  tag,
  summary:
    'Upload a product list (CSV in UTF-8, UTF-16, GB 18030 or Windows-1251; XLSX) and see how it is read',
  upload: { maxBytes: largestImport },
  response: importResource,
  status: 201,
});

const importFilters = { state: oneOrMany(importState) } as const;
export const importSorts = ['newest', 'file'] as const;

export const listImports = endpoint({
  operationId: 'catalogue.listImports',
  method: 'GET',
  path: '/imports',
  tag,
  summary: 'The imports of the own enterprise, newest first or by the name of their file',
  query: pageQuery.extend({ ...importFilters, sort: z.enum(importSorts).default('newest') }),
  response: pageOf(
    importResource.pick({
      id: true,
      fileName: true,
      format: true,
      state: true,
      progress: true,
      createdAt: true,
      finishedAt: true,
    }),
  ).extend({ total: z.int() }),
});

export const [exportImportsCsv, exportImportsXlsx] = sheetEndpoints({
  operation: 'catalogue.exportImports',
  path: '/imports/export',
  tag,
  summary: 'The imports of the own enterprise and what came of each, as a sheet; at most 20,000',
  query: z.strictObject(importFilters),
});

export const getImport = endpoint({
  operationId: 'catalogue.getImport',
  method: 'GET',
  path: '/imports/:id',
  tag,
  summary: 'An import: its columns, its preview and how far it is',
  params: importParams,
  response: importResource,
});

export const mapImport = endpoint({
  operationId: 'catalogue.mapImport',
  method: 'PUT',
  path: '/imports/:id/mapping',
  tag,
  summary: 'Say which column fills which field, and in what plain prices are told',
  params: importParams,
  body: z.strictObject({
    columns: z.array(importColumn).max(mostImportColumns),
    /** Stay as they are where not named. */
    terms: importTerms.optional(),
  }),
  response: importResource,
});

export const checkImport = endpoint({
  operationId: 'catalogue.checkImport',
  method: 'POST',
  path: '/imports/:id/dry-run',
  tag,
  summary: 'Read every row and change nothing: what would come, and what is wrong',
  params: importParams,
  response: importResource,
  status: 202,
});

export const runImport = endpoint({
  operationId: 'catalogue.runImport',
  method: 'POST',
  path: '/imports/:id/run',
  tag,
  summary: 'Bring the good rows in; the bad ones are kept apart',
  params: importParams,
  body: z.strictObject({ publish: z.boolean().default(false) }),
  response: importResource,
  status: 202,
});

export const listImportErrors = endpoint({
  operationId: 'catalogue.listImportErrors',
  method: 'GET',
  path: '/imports/:id/errors',
  tag,
  summary: 'The bad rows: row, column, value and reason of each bad cell',
  params: importParams,
  query: pageQuery,
  response: pageOf(
    z.object({
      /** As the sheet counts: the headings are row 1. */
      row: z.int(),
      problems: z.array(
        z.object({
          /** The column's heading; null where the reason is of the whole row or the column isn't there. */
          column: z.string().nullable(),
          field: z.string().nullable(),
          value: z.string(),
          code: z.string(),
          message: z.string(),
        }),
      ),
    }),
  ),
});

export const downloadImportErrors = endpoint({
  operationId: 'catalogue.downloadImportErrors',
  method: 'GET',
  path: '/imports/:id/errors.csv',
  tag,
  summary: 'The bad rows as they were, with their reasons: to be corrected and uploaded again',
  params: importParams,
  produces: 'text/csv; charset=utf-8',
});

const sheetLanguage = z.enum(['zh-CN', 'en', 'ru']).optional();

export const importTemplate = endpoint({
  operationId: 'catalogue.importTemplate',
  method: 'GET',
  path: '/imports/template',
  tag,
  summary: 'An empty sheet with every heading, in a language',
  query: z.strictObject({ language: sheetLanguage }),
  produces: 'text/csv; charset=utf-8',
});

const exportQuery = z.strictObject({
  ...productFilters,
  /** All products of the own organisation in every state, instead of the public list. */
  mine: z.stringbool().default(false),
  /** Of the headings; the reader's unless told. */
  language: sheetLanguage,
});

export const [exportProductsCsv, exportProductsXlsx] = sheetEndpoints({
  operation: 'catalogue.exportProducts',
  path: '/products/export',
  tag,
  summary: 'Products in the shape that an import reads; a workbook holds at most 20,000',
  query: exportQuery,
});

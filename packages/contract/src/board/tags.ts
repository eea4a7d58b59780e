import { z } from 'zod';
import { factSource } from '../freight/hub.ts';
import { endpoint } from '../endpoint.ts';
import { calendarDate, countryCode } from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { boardSums } from './sums.ts';
import { emergingFields, countrySorts } from '../words.ts';

const tag = 'Signing board';

export type EmergingField = (typeof emergingFields)[number];

/** `unknown`: entered before the code was kept, in a chapter that has such goods; `none`: in no such field. */
export const boardField = z.enum([...emergingFields, 'unknown', 'none']);
export const belt = z.enum(['yes', 'no']);

/** How sure a shipped fact is: `high` read in its source; `medium` of a source not read again; `low` to be checked. */
const confidence = z.enum(['high', 'medium', 'low']);

export const boardTags = z.object({
  /** Countries that have signed a Belt and Road cooperation document with China. */
  beltAndRoad: z
    .array(
      z.object({
        country: countryCode,
        /** The day it was signed; null where it was before this alliance had a ledger. */
        from: calendarDate.nullable(),
        /** The first day on which it no longer counts; null where it counts still. */
        until: calendarDate.nullable(),
        confidence,
        source: factSource,
      }),
    )
    .max(249),
  fields: z.array(
    z.object({
      field: z.enum(emergingFields),
      hs6: z.array(z.string()),
      confidence,
      /** Who names the field. */
      source: factSource,
      /** Where its codes are read. */
      codes: factSource,
    }),
  ),
  /** The day on which these facts were put together. */
  asOf: calendarDate,
});
export type BoardTags = z.infer<typeof boardTags>;

export const getBoardTags = endpoint({
  operationId: 'board.getBoardTags',
  method: 'GET',
  path: '/board/tags',
  tag,
  summary: 'By what facts the board tells Belt and Road and emerging fields, each with its source',
  response: boardTags,
});

const filters = {
  belt: belt.optional(),
  /** One field; `any`: all that are emerging. */
  field: z.enum([...emergingFields, 'any', 'unknown', 'none']).optional(),
  /** Days of entries, both included. */
  from: calendarDate.optional(),
  until: calendarDate.optional(),
  /** By what is most, or by the country's code. */
  sort: z.enum(countrySorts).default('contract'),
} as const;
const query = z.strictObject(filters);

export const reportCountries = endpoint({
  operationId: 'board.reportCountries',
  method: 'GET',
  path: '/board/countries',
  tag,
  summary: 'What was signed, contracted, brought into effect and paid, by country; no parties',
  query,
  response: z.object({
    items: z
      .array(
        z.object({
          country: countryCode,
          /** It has a document now. */
          belt,
          sums: boardSums,
        }),
      )
      .max(300),
    totals: boardSums,
  }),
});

export const [exportCountriesCsv, exportCountriesXlsx] = sheetEndpoints({
  operation: 'board.exportCountries',
  path: '/board/countries/export',
  tag,
  summary: 'The report by country as a sheet: a row for each country, tier and currency',
  query,
});

export const [exportSigningBoardCsv, exportSigningBoardXlsx] = sheetEndpoints({
  operation: 'board.exportSigningBoard',
  path: '/board/signing/export',
  tag,
  summary: 'What the board adds up, as a sheet: no parties',
});

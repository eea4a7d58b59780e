import { z } from 'zod';
import { quantityUnit } from './catalogue/vocabulary.ts';
import { minorUnits } from './catalogue/product.ts';
import { mostAmount } from './contracts/terms.ts';
import { sha256 } from './contracts.ts';
import { endpoint } from './endpoint.ts';
import {
  calendarDate,
  countryCode,
  currencyCode,
  hs6,
  idSchema,
  instant,
  pageOf,
  pageQuery,
  version,
} from './scalars.ts';
import { sheetEndpoints } from './sheets.ts';
import { plainText } from './text.ts';

const tag = 'Papers';

/** The papers of a consignment. The last two are data for an application to the CCPIT, never its forms. */
export const paperKinds = [
  'proforma',
  'invoice',
  'packingList',
  'originApplication',
  'carnetApplication',
] as const;
export const paperKind = z.enum(paperKinds);
export type PaperKind = z.infer<typeof paperKind>;

/**
 * `issued`: its bytes are fixed and the other side reads them. Applications go on: `submitted` to a council, which sends them
 * back (`returned`) or says the number of what it issued (`certified`).
 */
export const paperStates = ['draft', 'issued', 'submitted', 'returned', 'certified'] as const;
export type PaperState = (typeof paperStates)[number];

/** Kinds of packages by UN/ECE Recommendation 21. */
export const packageKinds = ['CT', 'BX', 'CS', 'CR', 'BG', 'DR', 'PX', 'BA', 'RO', 'PK'] as const;
/** How goods travel; `multimodal` by several of these. */
export const paperTransports = ['sea', 'rail', 'road', 'air', 'post', 'multimodal'] as const;
/** Certificates of origin that the CCPIT issues: without preference, or under an agreement. */
export const originCertificates = ['nonPreferential', 'RCEP', 'otherAgreement'] as const;
/** What an ATA carnet is taken for (Istanbul Convention, annexes B.1 to B.3). */
export const carnetPurposes = ['exhibition', 'equipment', 'samples'] as const;

/** As much as a contract's greatest line weighs, in tonnes. */
const grams = z.int().min(1).max(1_000_000_000_000_000);
/** What all lines weigh at most: still an exact integer. */
export const mostGrams = 9_000_000_000_000_000;
const count = z.int().min(1).max(1_000_000_000);

/** One line: which of the contract's it is, and what this paper says of it. */
export const paperLine = z.strictObject({
  /** The contract's line, counted from 1. */
  line: z.int().min(1).max(100),
  description: z.strictObject({ zh: plainText(300), other: plainText(300) }),
  hs6: hs6.nullable().default(null),
  quantity: count,
  unit: quantityUnit,
  unitPriceMinor: minorUnits.nullable().default(null),
  netGrams: grams.nullable().default(null),
  grossGrams: grams.nullable().default(null),
  packages: count.nullable().default(null),
  packageKind: z.enum(packageKinds).nullable().default(null),
});
export type PaperLine = z.output<typeof paperLine>;

/** Totals as they were stated: weighed on a scale, counted at the door. What is null is reckoned from the lines. */
export const paperTotals = z.strictObject({
  amountMinor: z.int().min(0).max(mostAmount).nullable().default(null),
  netGrams: z.int().min(1).max(mostGrams).nullable().default(null),
  grossGrams: z.int().min(1).max(mostGrams).nullable().default(null),
  packages: z.int().min(1).max(100_000_000_000).nullable().default(null),
});
export type PaperTotals = z.output<typeof paperTotals>;

const text = (most: number) => plainText(most).nullable().default(null);

/** What stands above and below the lines; what a kind doesn't speak of stays null. */
export const paperDetails = z.strictObject({
  date: calendarDate.nullable().default(null),
  validUntil: calendarDate.nullable().default(null),
  sellerAddress: text(300),
  buyerAddress: text(300),
  consignee: text(300),
  notify: text(300),
  transport: z.enum(paperTransports).nullable().default(null),
  from: text(100),
  to: text(100),
  vessel: text(100),
  marks: text(500),
  bank: text(500),
  producer: text(300),
  destination: countryCode.nullable().default(null),
  certificate: z.enum(originCertificates).nullable().default(null),
  purpose: z.enum(carnetPurposes).nullable().default(null),
  /** Customs territories that are visited, in order. */
  visits: z.array(countryCode).max(20).default([]),
  returnBy: calendarDate.nullable().default(null),
  remarks: text(1000),
});
export type PaperDetails = z.output<typeof paperDetails>;
export type PaperDetail = keyof PaperDetails;

/** What each kind speaks of, and which of it has to be said before it is issued. */
export const paperSpeaksOf: Record<
  PaperKind,
  {
    prices: boolean;
    weights: boolean;
    hs6: boolean;
    details: readonly PaperDetail[];
    needed: readonly PaperDetail[];
  }
> = {
  proforma: {
    prices: true,
    weights: false,
    hs6: false,
    details: [
      'date',
      'validUntil',
      'sellerAddress',
      'buyerAddress',
      'transport',
      'from',
      'to',
      'bank',
      'remarks',
    ],
    needed: ['date', 'validUntil', 'sellerAddress', 'buyerAddress'],
  },
  invoice: {
    prices: true,
    weights: false,
    hs6: false,
    details: [
      'date',
      'sellerAddress',
      'buyerAddress',
      'consignee',
      'notify',
      'transport',
      'from',
      'to',
      'vessel',
      'marks',
      'bank',
      'remarks',
    ],
    needed: ['date', 'sellerAddress', 'buyerAddress'],
  },
  packingList: {
    prices: false,
    weights: true,
    hs6: false,
    details: ['date', 'consignee', 'notify', 'transport', 'from', 'to', 'vessel', 'marks', 'remarks'],
    needed: ['date'],
  },
  originApplication: {
    prices: false,
    weights: true,
    hs6: true,
    details: [
      'date',
      'certificate',
      'sellerAddress',
      'consignee',
      'producer',
      'destination',
      'transport',
      'from',
      'to',
      'vessel',
      'marks',
      'remarks',
    ],
    needed: ['date', 'certificate', 'sellerAddress', 'consignee', 'producer', 'destination', 'transport'],
  },
  carnetApplication: {
    prices: true,
    weights: true,
    hs6: true,
    details: ['date', 'purpose', 'visits', 'returnBy', 'sellerAddress', 'transport', 'marks', 'remarks'],
    needed: ['date', 'purpose', 'visits', 'returnBy', 'sellerAddress'],
  },
};

/** Amounts and weights of all lines stay within what a total may be. */
const exact = (lines: readonly PaperLine[]) =>
  lines.reduce((sum, line) => sum + line.quantity * (line.unitPriceMinor ?? 0), 0) <= mostAmount;
const weighable = (lines: readonly PaperLine[]) =>
  (['netGrams', 'grossGrams'] as const).every(
    (field) => lines.reduce((sum, line) => sum + (line[field] ?? 0), 0) <= mostGrams,
  );

export const paperContent = z.strictObject({
  lines: z
    .array(paperLine)
    .min(1)
    .max(100)
    .refine(exact, { params: { code: 'contracts.amountTooLarge' } })
    .refine(weighable, { params: { code: 'papers.tooHeavy' } }),
  totals: paperTotals.prefault({}),
  details: paperDetails.prefault({}),
});
export type PaperContent = z.output<typeof paperContent>;

/** Where a paper says something else than it must; `expected` is not told to a council. `line` is null for a total or the whole paper. */
const contradiction = z.object({
  line: z.int().nullable(),
  /** Name of a line's field, of a total, `line` for one that is too many, `lines` for their number, `contractAmountMinor` for the contract's amount. */
  field: z.string(),
  expected: z.union([z.string(), z.number()]).nullable(),
  found: z.union([z.string(), z.number()]).nullable(),
});

const names = z.record(z.string(), z.string());

export const paperPage = z.object({
  id: idSchema,
  dealId: idSchema,
  number: z.string(),
  kind: paperKind,
  state: z.enum(paperStates),
  contract: z.object({ id: idSchema, number: z.string() }),
  seller: names,
  buyer: names,
  language: z.enum(['en', 'ru']),
  currency: currencyCode,
  content: paperContent,
  /** As the lines make them, or as they were stated. */
  totals: paperTotals,
  /** What has to be said before it can be issued: names of details. */
  missing: z.array(z.string()).max(20),
  /** Lines without HS6, where the paper needs it. */
  withoutHs6: z.array(z.int()).max(100),
  /** Lines without weights and packages, where the paper needs them. */
  unpacked: z.array(z.int()).max(100),
  contradictions: z.array(contradiction).max(2000),
  documentSha256: sha256.nullable(),
  issuedAt: instant.nullable(),
  /** The council an application went to, and what it answered. */
  council: z
    .object({
      organisationId: idSchema,
      names,
      submittedAt: instant,
      answeredAt: instant.nullable(),
      note: z.string().nullable(),
      /** Whether it is a council still; where it has left, what lies with it can be recalled. */
      answers: z.boolean(),
      certificateNumber: z.string().nullable(),
    })
    .nullable(),
  /** The seller writes; the buyer and the council read. */
  reader: z.enum(['seller', 'buyer', 'council']),
  version,
});
export type PaperPage = z.output<typeof paperPage>;

const paperParams = z.strictObject({ id: idSchema });
const dealParams = z.strictObject({ dealId: idSchema });

export const listPapers = endpoint({
  operationId: 'papers.listPapers',
  method: 'GET',
  path: '/deals/:dealId/papers',
  tag,
  summary: 'The papers of a deal; the buyer reads those that are issued',
  params: dealParams,
  response: z.object({
    items: z
      .array(
        paperPage
          .pick({ id: true, number: true, kind: true, state: true, issuedAt: true })
          .extend({ contradictions: z.int() }),
      )
      .max(paperKinds.length),
    /** Kinds that the reader could draft now. */
    toDraft: z.array(paperKind).max(paperKinds.length),
  }),
});

export const draftPaper = endpoint({
  operationId: 'papers.draftPaper',
  method: 'POST',
  path: '/deals/:dealId/papers',
  tag,
  summary: 'Draft a paper from the contract’s goods and what other papers say of their packing',
  params: dealParams,
  body: z.strictObject({ kind: paperKind }),
  response: paperPage,
  status: 201,
  versioned: true,
});

export const getPaper = endpoint({
  operationId: 'papers.getPaper',
  method: 'GET',
  path: '/papers/:id',
  tag,
  summary: 'A paper, with what contradicts the contract or the other papers',
  params: paperParams,
  response: paperPage,
  versioned: true,
});

export const updatePaper = endpoint({
  operationId: 'papers.updatePaper',
  method: 'PUT',
  path: '/papers/:id',
  tag,
  summary: 'Change a draft',
  params: paperParams,
  body: paperContent,
  response: paperPage,
  versioned: true,
});

export const issuePaper = endpoint({
  operationId: 'papers.issuePaper',
  method: 'PUT',
  path: '/papers/:id/issue',
  tag,
  summary:
    'Fix a paper; refused while anything is missing or contradicts, and without HS6 where it needs one',
  params: paperParams,
  response: paperPage,
  versioned: true,
});

export const recallPaper = endpoint({
  operationId: 'papers.recallPaper',
  method: 'PUT',
  path: '/papers/:id/recall',
  tag,
  summary: 'Make an issued or returned paper a draft again',
  params: paperParams,
  response: paperPage,
  versioned: true,
});

export const submitPaper = endpoint({
  operationId: 'papers.submitPaper',
  method: 'PUT',
  path: '/papers/:id/submission',
  tag,
  summary: 'Send an issued application to a trade-promotion council',
  params: paperParams,
  body: z.strictObject({ councilId: idSchema }),
  response: paperPage,
  versioned: true,
});

export const answerPaper = endpoint({
  operationId: 'papers.answerPaper',
  method: 'PUT',
  path: '/papers/:id/answer',
  tag,
  summary:
    'As its council: send an application back with a reason, or say the number of what was issued for it',
  params: paperParams,
  body: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('returned'), note: plainText(1000) }),
    z.strictObject({
      state: z.literal('certified'),
      certificateNumber: plainText(40),
      note: plainText(1000).nullable().default(null),
    }),
  ]),
  response: paperPage,
  versioned: true,
});

export const listPaperApplications = endpoint({
  operationId: 'papers.listPaperApplications',
  method: 'GET',
  path: '/papers',
  tag,
  summary: 'Applications that were sent to one’s own council, the newest first',
  query: pageQuery.extend({ state: z.enum(['submitted', 'returned', 'certified']).optional() }),
  response: pageOf(
    paperPage.pick({ id: true, number: true, kind: true, state: true, seller: true }).extend({
      submittedAt: instant,
      destination: countryCode.nullable(),
      certificateNumber: z.string().nullable(),
    }),
  ).extend({ counts: z.object({ submitted: z.int(), returned: z.int(), certified: z.int() }) }),
});

const outputs = { method: 'GET', tag, params: paperParams } as const;

export const openPaper = endpoint({
  operationId: 'papers.openPaper',
  ...outputs,
  path: '/papers/:id/document',
  summary: 'The paper as PDF in Chinese and the contract’s other language; a draft is marked as one',
  produces: 'application/pdf',
});

export const [exportPaperCsv, exportPaperXlsx] = sheetEndpoints({
  operation: 'papers.exportPaper',
  path: '/papers/:id/sheet',
  tag,
  summary: 'Its lines and totals as a sheet',
  params: outputs.params,
});

export const exportPaperUbl = endpoint({
  operationId: 'papers.exportPaperUbl',
  ...outputs,
  path: '/papers/:id/ubl',
  summary:
    'UBL 2.1: Invoice for invoices (380, proforma 325), DespatchAdvice for a packing list; issued papers only',
  produces: 'application/xml; charset=utf-8',
});

import { z } from 'zod';
import { incoterm, quantityUnit } from './catalogue/vocabulary.ts';
import { endpoint } from './endpoint.ts';
import { shipmentCard } from './freight/shipment.ts';
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
import { plainText, searchText } from './text.ts';
import { dealKinds, dealStages, dealSides, dealSorts } from './words.ts';

const tag = 'Deals';
const dealParams = z.strictObject({ id: idSchema });

const side = z.enum(dealSides);
const stage = z.enum(dealStages);
const minor = z.int().min(0).max(1_000_000_000_000);

export const offerLine = z.strictObject({
  /** The product it is, where it is one of the alliance's. */
  productId: idSchema.nullable().default(null),
  description: plainText(300),
  hs6: hs6.nullable().default(null),
  quantity: z.int().min(1).max(100_000_000),
  unit: quantityUnit,
  /** Minor units of the offer's currency. */
  unitPrice: minor,
});
export type OfferLine = z.infer<typeof offerLine>;

export const offerTerms = z.strictObject({
  lines: z.array(offerLine).min(1).max(100),
  currency: currencyCode,
  /** Incoterms 2020, and the place named with it. */
  incoterm,
  place: plainText(100),
  payment: plainText(500),
  /** Between which days it is delivered. */
  delivery: z
    .strictObject({ earliest: calendarDate, latest: calendarDate })
    .refine(({ earliest, latest }) => earliest <= latest, {
      path: ['latest'],
      params: { code: 'deals.windowOrder' },
    })
    .nullable()
    .default(null),
  note: plainText(2000).nullable().default(null),
  /** The last day on which it can be accepted. */
  expiresOn: calendarDate,
});
export type OfferTerms = z.infer<typeof offerTerms>;

export const offerStates = ['open', 'superseded', 'accepted', 'declined', 'withdrawn', 'expired'] as const;
export const dealOffer = offerTerms.extend({
  /** 1, 2, 3 … within its deal. */
  number: z.int(),
  side,
  state: z.enum(offerStates),
  /** Its last day passed while it was open, whatever became of it then. */
  expired: z.boolean(),
  /** The sum of quantity × unit price over its lines. */
  total: z.int(),
  /** In fen at the rate of the day it was made; null where there was no rate. */
  cny: z.object({ amount: z.int(), rate: z.string(), rateDate: calendarDate }).nullable(),
  by: z.string().nullable(),
  at: instant,
});
export type DealOffer = z.infer<typeof dealOffer>;

const party = z.object({ id: idSchema, names: z.record(z.string(), z.string()), country: countryCode });
const file = z.object({ id: idSchema, name: z.string(), type: z.string(), bytes: z.int() });

export const dealMove = z.object({
  number: z.int(),
  from: stage.nullable(),
  to: stage,
  side: side.nullable(),
  by: z.string().nullable(),
  evidence: z.string().nullable(),
  file: file.nullable(),
  /** The shipment named with it; null where none was. `seen` is null for who has no part in it. */
  shipment: z
    .object({
      seen: shipmentCard.pick({ id: true, reference: true, status: true, lastEventAt: true }).nullable(),
    })
    .nullable(),
  at: instant,
});
export const dealPayment = z.object({
  id: idSchema,
  amount: z.int(),
  receivedOn: calendarDate,
  evidence: z.string(),
  by: z.string().nullable(),
  at: instant,
});

const dealCardFields = {
  id: idSchema,
  kind: z.enum(dealKinds),
  title: z.string(),
  market: countryCode,
  seller: party,
  buyer: party,
  stage,
  stageSince: instant,
  /** Whose turn it is, and until when; null once there is nothing left to do. */
  owner: z.object({ side, person: z.string().nullable() }).nullable(),
  deadline: calendarDate.nullable(),
  /** Nothing has happened for 14 days. */
  stalled: z.boolean(),
  lastActiveAt: instant,
  /** What both signed, as amended; before that the total of the agreed offer, else of the newest. */
  amount: z.object({ amount: z.int(), currency: currencyCode }).nullable(),
  /** What has come in, also in part, in minor units of the amount's currency. */
  paid: z.int(),
  /** What is still to come in; null while it isn't in effect, and for kinds that aren't paid for. */
  outstanding: z.int().nullable(),
  /** Which side the reader's organisation is; null for the secretariat. */
  ours: side.nullable(),
  unread: z.int(),
  version,
} as const;
export const dealCard = z.object(dealCardFields);
export type DealCard = z.infer<typeof dealCard>;

export const deal = z.object({
  ...dealCardFields,
  demandId: idSchema.nullable(),
  introductionId: idSchema.nullable(),
  /** Why it ended, where it did. */
  endedReason: z.string().nullable(),
  /** The newest first; at most 100. */
  offers: z.array(dealOffer).max(100),
  agreedOffer: z.int().nullable(),
  /** In order: 100 offers, each declined but the last, and what comes before and after them. */
  moves: z.array(dealMove).max(250),
  payments: z.array(dealPayment).max(200),
  /** The stages that it goes through, in order. */
  path: z.array(stage),
  /** What the reader may do now. */
  may: z.object({
    offer: z.boolean(),
    answerOffer: z.boolean(),
    withdrawOffer: z.boolean(),
    effective: z.boolean(),
    shipped: z.boolean(),
    pay: z.boolean(),
    close: z.boolean(),
    end: z.boolean(),
    write: z.boolean(),
  }),
});
export type Deal = z.infer<typeof deal>;

export const openDeal = endpoint({
  operationId: 'deals.openDeal',
  method: 'POST',
  path: '/deals',
  tag,
  summary: 'Open a deal with another member: an inquiry, from the buyer’s side or the seller’s',
  body: z.strictObject({
    kind: z.enum(dealKinds),
    title: plainText(200),
    market: countryCode,
    /** The other member. */
    withOrganisation: idSchema,
    /** Which side one's own organisation is. */
    ours: side,
    /** The demand it answers. */
    demandId: idSchema.nullable().default(null),
    message: plainText(4000),
  }),
  response: deal,
  status: 201,
  versioned: true,
});

const dealFilters = {
  /** Words of the title. */
  q: searchText.optional(),
  stage: stage.optional(),
  kind: z.enum(dealKinds).optional(),
  market: countryCode.optional(),
  /** `toAct`: it is the reader's turn; `stalled`: nothing for 14 days. */
  show: z.enum(['toAct', 'stalled', 'open']).optional(),
} as const;

export const listDeals = endpoint({
  operationId: 'deals.listDeals',
  method: 'GET',
  path: '/deals',
  tag,
  summary: 'Deals of one’s own organisation, of all for the secretariat',
  query: pageQuery.extend({ ...dealFilters, sort: z.enum(dealSorts).default('active') }),
  response: pageOf(dealCard).extend({ total: z.int() }),
});

export const [exportDealsCsv, exportDealsXlsx] = sheetEndpoints({
  operation: 'deals.exportDeals',
  path: '/deals/export',
  tag,
  summary: 'The list of deals as a sheet; at most 20,000',
  query: z.strictObject({ ...dealFilters, sort: z.enum(dealSorts).default('active') }),
});

export const getDeal = endpoint({
  operationId: 'deals.getDeal',
  method: 'GET',
  path: '/deals/:id',
  tag,
  summary: 'One deal of one’s own organisation, whole but for its messages',
  params: dealParams,
  response: deal,
  versioned: true,
});

export const changeDealOwner = endpoint({
  operationId: 'deals.changeDealOwner',
  method: 'PATCH',
  path: '/deals/:id',
  tag,
  summary: 'Say who of one’s own side takes care of it, and until when; only while it is one’s turn',
  params: dealParams,
  body: z
    .strictObject({ person: plainText(100).nullable(), deadline: calendarDate })
    .partial()
    .refine((body) => Object.keys(body).length > 0),
  response: deal,
  versioned: true,
});

export const makeOffer = endpoint({
  operationId: 'deals.makeOffer',
  method: 'POST',
  path: '/deals/:id/offers',
  tag,
  summary: 'Make an offer or a counter-offer: it takes the place of the one before',
  params: dealParams,
  body: offerTerms,
  response: deal,
  status: 201,
});

const offerParams = z.strictObject({ id: idSchema, number: z.coerce.number().int().min(1).max(100_000) });
const answerOffer = <Verb extends 'accept' | 'decline' | 'withdraw'>(verb: Verb, summary: string) =>
  endpoint({
    operationId: `deals.${verb}Offer`,
    method: 'POST',
    path: `/deals/:id/offers/:number/${verb}`,
    tag,
    summary,
    params: offerParams,
    response: deal,
  });
export const acceptOffer = answerOffer('accept', 'Accept the other side’s open offer: the deal is agreed');
export const declineOffer = answerOffer('decline', 'Decline the other side’s open offer');
export const withdrawOffer = answerOffer('withdraw', 'Take one’s own open offer back');

const evidence = {
  /** What shows it: a deposit received, a bill of lading's number. */
  evidence: plainText(1000),
  fileId: idSchema.nullable().default(null),
};

export const markEffective = endpoint({
  operationId: 'deals.markEffective',
  method: 'POST',
  path: '/deals/:id/effective',
  tag,
  summary: 'Say that a signed contract has come into effect, with what shows it',
  params: dealParams,
  body: z.strictObject(evidence),
  response: deal,
});

export const markShipped = endpoint({
  operationId: 'deals.markShipped',
  method: 'POST',
  path: '/deals/:id/shipped',
  tag,
  summary: 'The seller says that the goods are on their way, with what shows it',
  params: dealParams,
  body: z.strictObject({ ...evidence, shipmentId: idSchema.nullable().default(null) }),
  response: deal,
});

export const recordPayment = endpoint({
  operationId: 'deals.recordPayment',
  method: 'POST',
  path: '/deals/:id/payments',
  tag,
  summary: 'The seller says that money has come in; with the last of it the deal is paid',
  params: dealParams,
  body: z.strictObject({
    /** Minor units of the agreed currency. */
    amount: minor.min(1),
    receivedOn: calendarDate,
    evidence: plainText(1000),
  }),
  response: deal,
});

export const closeDeal = endpoint({
  operationId: 'deals.closeDeal',
  method: 'POST',
  path: '/deals/:id/close',
  tag,
  summary: 'Close a deal that has come to its end',
  params: dealParams,
  body: z.strictObject({ evidence: plainText(1000).nullable().default(null) }),
  response: deal,
});

export const endDeal = endpoint({
  operationId: 'deals.endDeal',
  method: 'POST',
  path: '/deals/:id/end',
  tag,
  summary: 'End a deal that won’t come about; either side may before it is signed',
  params: dealParams,
  body: z.strictObject({ reason: plainText(1000) }),
  response: deal,
});

export const dealMessage = z.object({
  id: idSchema,
  side,
  organisation: party,
  person: z.string().nullable(),
  text: z.string(),
  files: z.array(file).max(10),
  at: instant,
});
export type DealMessage = z.infer<typeof dealMessage>;

export const listDealMessages = endpoint({
  operationId: 'deals.listDealMessages',
  method: 'GET',
  path: '/deals/:id/messages',
  tag,
  summary: 'What both sides wrote, the newest first; only they read it',
  params: dealParams,
  query: pageQuery,
  response: pageOf(dealMessage),
});

export const writeDealMessage = endpoint({
  operationId: 'deals.writeDealMessage',
  method: 'POST',
  path: '/deals/:id/messages',
  tag,
  summary: 'Write to the other side, with files sent before; they are told by mail',
  params: dealParams,
  body: z.strictObject({ text: plainText(4000), files: z.array(idSchema).max(10).default([]) }),
  response: dealMessage,
  status: 201,
});

export const readDealMessages = endpoint({
  operationId: 'deals.readDealMessages',
  method: 'POST',
  path: '/deals/:id/read',
  tag,
  summary: 'Say that one’s organisation has read all up to a message',
  params: dealParams,
  body: z.strictObject({ until: idSchema }),
  status: 204,
});

export const uploadDealFile = endpoint({
  operationId: 'deals.uploadDealFile',
  method: 'POST',
  path: '/deals/:id/files',
  tag,
  summary: 'Send a file for a message or as evidence; only both sides open it',
  params: dealParams,
  upload: { maxBytes: 20_000_000 },
  response: z.object({ id: idSchema }),
  status: 201,
});

export const openDealFile = endpoint({
  operationId: 'deals.openDealFile',
  method: 'GET',
  path: '/deals/:id/files/:fileId',
  tag,
  summary: 'A file of a deal; only both sides open it',
  params: dealParams.extend({ fileId: idSchema }),
  produces: 'application/octet-stream',
});

export const streamDeal = endpoint({
  operationId: 'deals.streamDeal',
  method: 'GET',
  path: '/deals/:id/stream',
  tag,
  summary:
    'Says, as server-sent events, when a deal of one’s own has changed: its version, nothing of what changed',
  params: dealParams,
  produces: 'text/event-stream',
});

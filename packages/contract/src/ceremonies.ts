import { z } from 'zod';
import { contractNumber } from './contracts.ts';
import { endpoint } from './endpoint.ts';
import { zoneName } from './freight/hub.ts';
import { countryCode, idSchema, instant, pageOf, pageQuery, version } from './scalars.ts';
import { localisedPlainText, plainText } from './text.ts';
import { dealKinds } from './words.ts';

const tag = 'Signing ceremonies';
const params = z.strictObject({ id: idSchema });
const texts = z.record(z.string(), z.string());

/** Only the secretariat sees a draft; an open one is under way. */
export const ceremonyStates = ['draft', 'announced', 'open', 'closed'] as const;

/**
 * How a contract stands in a ceremony's queue. `asked`: one party has asked, the other hasn't answered. `queued`: both want it.
 * `called`: it is being signed now. `signed`: both have. `withdrawn`: taken out, recalled, ended, or not signed when the ceremony closed.
 */
export const slotStates = ['asked', 'queued', 'called', 'signed', 'declined', 'withdrawn'] as const;

/** Agenda items one ceremony has at most. */
export const mostAgendaItems = 100;
/** Contracts that one ceremony has in its queue at most, whatever came of them. */
export const mostSlots = 300;

const agendaItem = z.strictObject({
  /** Minutes after the ceremony's beginning. */
  minute: z
    .int()
    .min(0)
    .max(7 * 24 * 60),
  titles: localisedPlainText(200),
  speaker: plainText(200).nullable(),
});
export type AgendaItem = z.infer<typeof agendaItem>;

const fields = {
  names: localisedPlainText(200),
  place: localisedPlainText(300),
  /** The place's clocks. */
  zone: zoneName,
  startsAt: instant,
  endsAt: instant,
  /** In the order of their minutes. */
  agenda: z
    .array(agendaItem)
    .max(mostAgendaItems)
    .refine((items) => items.every(({ minute }, at) => at === 0 || minute >= items[at - 1]!.minute), {
      params: { code: 'ceremonies.agendaOrder' },
    }),
};
const ceremonyInput = z
  .strictObject(fields)
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), {
    path: ['endsAt'],
    params: { code: 'ceremonies.endsFirst' },
  });
export type CeremonyInput = z.infer<typeof ceremonyInput>;

/** What everybody sees of a contract in the queue: what the board tells of it, and names that may be shown. */
const publicSlot = z.object({
  id: idSchema,
  state: z.enum(['queued', 'called', 'signed', 'withdrawn']),
  kind: z.enum(dealKinds),
  market: countryCode,
  /** Names of the parties that agreed to be named; the seller's first. */
  names: z.array(texts).max(2),
  /** When it was called last. */
  calledAt: instant.nullable(),
  signedAt: instant.nullable(),
});
export type PublicSlot = z.infer<typeof publicSlot>;

const brief = z.object({
  id: idSchema,
  names: texts,
  place: texts,
  zone: z.string(),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(ceremonyStates),
  /** Made up, to look at. */
  demo: z.boolean(),
});
export type CeremonyBrief = z.infer<typeof brief>;

export const ceremonySchema = brief.extend({
  agenda: z
    .array(z.object({ minute: z.int(), titles: texts, speaker: z.string().nullable() }))
    .max(mostAgendaItems),
  /** The one that is called, then the queue in its order, then the signed and the withdrawn. */
  slots: z.array(publicSlot).max(mostSlots),
  version,
});
export type Ceremony = z.infer<typeof ceremonySchema>;

/** A contract in a ceremony's queue as its two parties see it. */
const ownSlot = z.object({
  id: idSchema,
  ceremony: brief,
  dealId: idSchema,
  contractId: idSchema,
  contractNumber,
  state: z.enum(slotStates),
  other: texts,
  /** The reader's organisation has asked for it, not the other. */
  askedByUs: z.boolean(),
  /** We have signed; where they haven’t, it waits for them. */
  signedByUs: z.boolean(),
  /** Whether the screen may name us, and them. */
  ourNameShown: z.boolean(),
  theirNameShown: z.boolean(),
});
export type OwnSlot = z.infer<typeof ownSlot>;

export const listCeremonies = endpoint({
  operationId: 'ceremonies.listCeremonies',
  method: 'GET',
  path: '/ceremonies',
  tag,
  summary: 'Signing ceremonies, the latest first; drafts only for the secretariat',
  query: pageQuery.extend({ state: z.enum(ceremonyStates).optional() }),
  response: pageOf(brief),
});

export const getCeremony = endpoint({
  operationId: 'ceremonies.getCeremony',
  method: 'GET',
  path: '/ceremonies/:id',
  tag,
  summary: 'A ceremony: agenda, who is called, who waits, what was signed; only names that may be shown',
  params,
  response: ceremonySchema,
  versioned: true,
});

export const streamCeremony = endpoint({
  operationId: 'ceremonies.streamCeremony',
  method: 'GET',
  path: '/ceremonies/:id/stream',
  tag,
  summary: 'The same, as server-sent events: sent again whenever it has changed',
  params,
  produces: 'text/event-stream',
});

export const createCeremony = endpoint({
  operationId: 'ceremonies.createCeremony',
  method: 'POST',
  path: '/ceremonies',
  tag,
  summary: 'Draft a ceremony',
  body: ceremonyInput,
  response: ceremonySchema,
  status: 201,
  versioned: true,
});

export const updateCeremony = endpoint({
  operationId: 'ceremonies.updateCeremony',
  method: 'PUT',
  path: '/ceremonies/:id',
  tag,
  summary: 'Change a ceremony and its agenda, until it is closed',
  params,
  body: ceremonyInput,
  response: ceremonySchema,
  versioned: true,
});

export const moveCeremony = endpoint({
  operationId: 'ceremonies.moveCeremony',
  method: 'PUT',
  path: '/ceremonies/:id/state',
  tag,
  summary: 'Announce, open or close a ceremony; one that was announced may be closed unopened',
  params,
  body: z.strictObject({ to: z.enum(['announced', 'open', 'closed']) }),
  response: ceremonySchema,
  versioned: true,
});

export const callNext = endpoint({
  operationId: 'ceremonies.callNext',
  method: 'POST',
  path: '/ceremonies/:id/calls',
  tag,
  summary: 'Call the next in the queue; one at a time',
  params,
  response: ceremonySchema,
});

export const placeSlot = endpoint({
  operationId: 'ceremonies.placeSlot',
  method: 'PUT',
  path: '/ceremony-slots/:id/place',
  tag,
  summary:
    'Move one up or down in the queue, or put the called one back: `up` to the front, `down` to the end',
  params,
  body: z.strictObject({ direction: z.enum(['up', 'down']) }),
  response: ceremonySchema,
});

export const listOwnSlots = endpoint({
  operationId: 'ceremonies.listOwnSlots',
  method: 'GET',
  path: '/ceremony-slots',
  tag,
  summary: 'Contracts of one’s own in the queues of ceremonies, the latest first',
  query: z.strictObject({
    ceremony: idSchema.optional(),
    contract: idSchema.optional(),
  }),
  response: z.object({ items: z.array(ownSlot).max(100) }),
});

export const askForSlot = endpoint({
  operationId: 'ceremonies.askForSlot',
  method: 'POST',
  path: '/contracts/:id/ceremony-slots',
  tag,
  summary:
    'Ask for an issued contract to be signed at a ceremony; where the other party has asked already, that is agreeing',
  params,
  body: z.strictObject({
    ceremonyId: idSchema,
    /** Whether the screen may show our name. */
    showName: z.boolean(),
  }),
  response: ownSlot,
  status: 201,
});

export const agreeToSlot = endpoint({
  operationId: 'ceremonies.agreeToSlot',
  method: 'POST',
  path: '/ceremony-slots/:id/agree',
  tag,
  summary: 'Agree with the other party: the contract is queued',
  params,
  body: z.strictObject({ showName: z.boolean() }),
  response: ownSlot,
});

export const declineSlot = endpoint({
  operationId: 'ceremonies.declineSlot',
  method: 'POST',
  path: '/ceremony-slots/:id/decline',
  tag,
  summary: 'Decline what the other party asked for',
  params,
  response: ownSlot,
});

export const withdrawSlot = endpoint({
  operationId: 'ceremonies.withdrawSlot',
  method: 'POST',
  path: '/ceremony-slots/:id/withdraw',
  tag,
  summary: 'Take a contract out of the queue, until it is called; either party may',
  params,
  response: ownSlot,
});

export const showName = endpoint({
  operationId: 'ceremonies.showName',
  method: 'PUT',
  path: '/ceremony-slots/:id/name',
  tag,
  summary: 'Whether the screen may show our name; at any time, afterwards too',
  params,
  body: z.strictObject({ show: z.boolean() }),
  response: ownSlot,
});

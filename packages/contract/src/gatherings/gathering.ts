import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { zoneName } from '../freight/hub.ts';
import { countryCode, idSchema, instant, languageTag, pageOf, pageQuery, version } from '../scalars.ts';
import { localisedPlainText, plainText } from '../text.ts';
import { gatheringKinds } from '../words.ts';
import { interpreters, mostInterpreterPairs } from './interpreting.ts';
import { tag, params, texts, party } from './parts.ts';

/** Only who hosts it sees a draft. */
export const gatheringStates = ['draft', 'announced', 'closed', 'cancelled'] as const;

/** Programme items of one gathering at most. */
export const mostProgrammeItems = 100;
/** People whom one gathering has room for at most. */
export const mostPlaces = 5000;

const programmeItem = z.strictObject({
  /** Minutes after the gathering's beginning. */
  minute: z
    .int()
    .min(0)
    .max(30 * 24 * 60),
  /** How long it takes. */
  minutes: z
    .int()
    .min(1)
    .max(24 * 60),
  titles: localisedPlainText(200),
  room: plainText(100).nullable(),
  /** In which it is held. */
  language: languageTag.nullable(),
  /** Who interprets, and between which languages, as the host wrote it. */
  interpreter: plainText(200).nullable(),
});
export type ProgrammeItem = z.infer<typeof programmeItem>;

/** When and where meetings of two can be: slots of a morning and an afternoon, and tables. */
const matchmaking = z
  .strictObject({
    /** Minutes after the gathering's beginning at which the first slot begins. */
    minute: z
      .int()
      .min(0)
      .max(30 * 24 * 60),
    slotMinutes: z.int().min(5).max(120),
    /** Between two slots. */
    pauseMinutes: z.int().min(0).max(60),
    morningSlots: z.int().min(0).max(40),
    /** Between the last slot of the morning and the first of the afternoon. */
    noonMinutes: z.int().min(0).max(300),
    afternoonSlots: z.int().min(0).max(40),
    tables: z.int().min(1).max(500),
  })
  .refine(({ morningSlots, afternoonSlots }) => morningSlots + afternoonSlots > 0, {
    path: ['morningSlots'],
    params: { code: 'gatherings.noSlots' },
  });
export type Matchmaking = z.infer<typeof matchmaking>;

/** At which minute of a gathering its last slot is over. Noon comes in the place of a pause, and after a morning only. */
const lastSlotEnds = ({
  minute,
  slotMinutes,
  pauseMinutes,
  morningSlots,
  noonMinutes,
  afternoonSlots,
}: Matchmaking): number => {
  const slots = morningSlots + afternoonSlots;
  const noon = morningSlots > 0 && afternoonSlots > 0 ? noonMinutes - pauseMinutes : 0;
  return minute + slots * slotMinutes + (slots - 1) * pauseMinutes + noon;
};

const gatheringInput = z
  .strictObject({
    kind: z.enum(gatheringKinds),
    names: localisedPlainText(200),
    about: localisedPlainText(4000),
    place: localisedPlainText(300),
    city: plainText(100),
    country: countryCode,
    /** The place's clocks. */
    zone: zoneName,
    startsAt: instant,
    endsAt: instant,
    capacity: z.int().min(1).max(mostPlaces),
    /** In which one is understood there. */
    languages: z.array(languageTag).min(1).max(20),
    /** In the order of their minutes. */
    programme: z
      .array(programmeItem)
      .max(mostProgrammeItems)
      .refine((items) => items.every(({ minute }, at) => at === 0 || minute >= items[at - 1]!.minute), {
        params: { code: 'gatherings.programmeOrder' },
      }),
    /** Null where nobody is brought together. */
    matchmaking: matchmaking.nullable(),
    /** Who goes between those who meet. */
    interpreters: interpreters.default([]),
  })
  .superRefine(({ startsAt, endsAt, programme, matchmaking: slots }, context) => {
    const refuse = (path: (string | number)[], code: string) =>
      context.addIssue({ code: 'custom', path, params: { code: `gatherings.${code}` } });
    const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
    if (!(minutes > 0)) return refuse(['endsAt'], 'endsFirst');
    /** Until when each room is taken. */
    const taken = new Map<string, number>();
    for (const [at, item] of programme.entries()) {
      const ends = item.minute + item.minutes;
      if (ends > minutes) refuse(['programme', at, 'minutes'], 'itemAfterEnd');
      if (item.room === null) continue;
      const until = taken.get(item.room) ?? 0;
      if (item.minute < until) refuse(['programme', at, 'room'], 'roomTaken');
      taken.set(item.room, Math.max(until, ends));
    }
    if (slots && lastSlotEnds(slots) > minutes)
      refuse(['matchmaking', slots.afternoonSlots > 0 ? 'afternoonSlots' : 'morningSlots'], 'slotsAfterEnd');
  });
export type GatheringInput = z.infer<typeof gatheringInput>;

export const gatheringBrief = z.object({
  id: idSchema,
  kind: z.enum(gatheringKinds),
  names: texts,
  place: texts,
  city: z.string(),
  country: countryCode,
  zone: z.string(),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(gatheringStates),
  /** Made up, to look at. */
  demo: z.boolean(),
});
export type GatheringBrief = z.infer<typeof gatheringBrief>;

export const meetingSlot = z.object({
  /** From 1. */
  number: z.int(),
  startsAt: instant,
  endsAt: instant,
  session: z.enum(['morning', 'afternoon']),
});
export type MeetingSlot = z.infer<typeof meetingSlot>;

export const gatheringSchema = gatheringBrief.extend({
  /** The association that hosts it; null where the secretariat does. */
  host: party.nullable(),
  about: texts,
  capacity: z.int(),
  /** Places that are taken. */
  taken: z.int(),
  languages: z.array(z.string()),
  programme: z
    .array(
      z.object({
        minute: z.int(),
        minutes: z.int(),
        titles: texts,
        room: z.string().nullable(),
        language: z.string().nullable(),
        interpreter: z.string().nullable(),
      }),
    )
    .max(mostProgrammeItems),
  matchmaking: z
    .object({
      minute: z.int(),
      slotMinutes: z.int(),
      pauseMinutes: z.int(),
      morningSlots: z.int(),
      noonMinutes: z.int(),
      afternoonSlots: z.int(),
      tables: z.int(),
    })
    .nullable(),
  interpreters: z
    .array(z.object({ between: z.tuple([z.string(), z.string()]), count: z.int() }))
    .max(mostInterpreterPairs),
  slots: z.array(meetingSlot).max(80),
  /** The reader keeps it. */
  kept: z.boolean(),
  version,
});
export type Gathering = z.infer<typeof gatheringSchema>;

export const listGatherings = endpoint({
  operationId: 'gatherings.listGatherings',
  method: 'GET',
  path: '/gatherings',
  tag,
  summary: 'Gatherings, the latest first; drafts only for who hosts them',
  query: pageQuery.extend({
    kind: z.enum(gatheringKinds).optional(),
    state: z.enum(gatheringStates).optional(),
  }),
  response: pageOf(gatheringBrief),
});

export const getGathering = endpoint({
  operationId: 'gatherings.getGathering',
  method: 'GET',
  path: '/gatherings/:id',
  tag,
  summary: 'A gathering: when and where, its programme, places taken and free, slots for meetings',
  params,
  response: gatheringSchema,
  versioned: true,
});

export const createGathering = endpoint({
  operationId: 'gatherings.createGathering',
  method: 'POST',
  path: '/gatherings',
  tag,
  summary: 'Draft a gathering; an association’s is its own, the secretariat’s the alliance’s',
  body: gatheringInput,
  response: gatheringSchema,
  status: 201,
  versioned: true,
});

export const updateGathering = endpoint({
  operationId: 'gatherings.updateGathering',
  method: 'PUT',
  path: '/gatherings/:id',
  tag,
  summary:
    'Change a gathering until it is closed; meetings that stand move with it, their slots don’t change',
  params,
  body: gatheringInput,
  response: gatheringSchema,
  versioned: true,
});

export const moveGathering = endpoint({
  operationId: 'gatherings.moveGathering',
  method: 'PUT',
  path: '/gatherings/:id/state',
  tag,
  summary: 'Announce, close or cancel a gathering; cancelling it is told to everybody who registered',
  params,
  body: z.strictObject({ to: z.enum(['announced', 'closed', 'cancelled']) }),
  response: gatheringSchema,
  versioned: true,
});

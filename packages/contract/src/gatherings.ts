import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { zoneName } from './freight/hub.ts';
import { interpreters, mostInterpreterPairs, understanding } from './interpreting.ts';
import { ownMeetingOutcome } from './outcomes.ts';
import { countryCode, idSchema, instant, languageTag, pageOf, pageQuery, version } from './scalars.ts';
import { localisedPlainText, plainText } from './text.ts';
import { gatheringKinds, registrationStates, wishKinds, attendanceKinds } from './words.ts';

const tag = 'Gatherings';
const params = z.strictObject({ id: idSchema });
const texts = z.record(z.string(), z.string());
const party = z.object({ id: idSchema, names: texts });

/** Only who hosts it sees a draft. */
export const gatheringStates = ['draft', 'announced', 'closed', 'cancelled'] as const;

/** Programme items of one gathering at most. */
export const mostProgrammeItems = 100;
/** People whom one gathering has room for at most. */
export const mostPlaces = 5000;
/** Wishes that one organisation states for one gathering at most. */
export const mostWishes = 60;

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
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), {
    path: ['endsAt'],
    params: { code: 'gatherings.endsFirst' },
  });
export type GatheringInput = z.infer<typeof gatheringInput>;

const brief = z.object({
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
export type GatheringBrief = z.infer<typeof brief>;

const slot = z.object({
  /** From 1. */
  number: z.int(),
  startsAt: instant,
  endsAt: instant,
  session: z.enum(['morning', 'afternoon']),
});
export type MeetingSlot = z.infer<typeof slot>;

export const gatheringSchema = brief.extend({
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
  slots: z.array(slot).max(80),
  /** The reader keeps it. */
  kept: z.boolean(),
  version,
});
export type Gathering = z.infer<typeof gatheringSchema>;

const registration = z.object({
  id: idSchema,
  gatheringId: idSchema,
  organisation: party,
  person: z.string(),
  /** What the person wrote to the host. */
  note: z.string().nullable(),
  /** That the person speaks; none where the organisation's profile says it. */
  languages: z.array(z.string()).max(20),
  state: z.enum(registrationStates),
  askedAt: instant,
  /** When the badge was scanned first. */
  checkedInAt: instant.nullable(),
  feedback: z.object({ rating: z.int().min(1).max(5), text: z.string().nullable() }).nullable(),
});
export type Registration = z.infer<typeof registration>;

const ownRegistration = registration.extend({
  gathering: brief,
  /** From 1; null where one doesn't wait. */
  place: z.int().nullable(),
  /** A calendar may subscribe to the agenda. */
  subscribed: z.boolean(),
});
export type OwnRegistration = z.infer<typeof ownRegistration>;

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
  response: pageOf(brief),
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

export const register = endpoint({
  operationId: 'gatherings.register',
  method: 'POST',
  path: '/gatherings/:id/registrations',
  tag,
  summary: 'Register oneself for a gathering; again after withdrawing, at the end of the line',
  params,
  body: z.strictObject({
    person: plainText(120),
    note: plainText(500).nullable().default(null),
    /** That the person speaks, best first; with none those of the organisation's profile count. */
    languages: z.array(languageTag).max(20).default([]),
  }),
  response: ownRegistration,
  status: 201,
});

export const listOwnRegistrations = endpoint({
  operationId: 'gatherings.listOwnRegistrations',
  method: 'GET',
  path: '/gathering-registrations',
  tag,
  summary: 'One’s own registrations, the newest first',
  query: z.strictObject({ gathering: idSchema.optional() }),
  response: z.object({ items: z.array(ownRegistration).max(100) }),
});

const registrationQuery = z.strictObject({ state: z.enum(registrationStates).optional() });

export const listRegistrations = endpoint({
  operationId: 'gatherings.listRegistrations',
  method: 'GET',
  path: '/gatherings/:id/registrations',
  tag,
  summary: 'Who registered for a gathering that one keeps, in the order of asking',
  params,
  query: pageQuery.extend(registrationQuery.shape),
  response: pageOf(registration).extend({ total: z.int() }),
});

export const exportRegistrationsCsv = endpoint({
  operationId: 'gatherings.exportRegistrationsCsv',
  method: 'GET',
  path: '/gatherings/:id/registrations/export.csv',
  tag,
  summary: 'The same list as CSV',
  params,
  query: registrationQuery,
  produces: 'text/csv',
});

export const exportRegistrationsXlsx = endpoint({
  operationId: 'gatherings.exportRegistrationsXlsx',
  method: 'GET',
  path: '/gatherings/:id/registrations/export.xlsx',
  tag,
  summary: 'The same list as a workbook',
  params,
  query: registrationQuery,
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

export const answerRegistration = endpoint({
  operationId: 'gatherings.answerRegistration',
  method: 'POST',
  path: '/gathering-registrations/:id/answer',
  tag,
  summary: 'Approve or refuse a registration; approved without a free place it waits for one',
  params,
  body: z.strictObject({ answer: z.enum(['approved', 'refused']) }),
  response: registration,
});

export const withdrawRegistration = endpoint({
  operationId: 'gatherings.withdrawRegistration',
  method: 'POST',
  path: '/gathering-registrations/:id/withdraw',
  tag,
  summary: 'Take one’s registration back; the first who waits moves up',
  params,
  response: ownRegistration,
});

export const getBadge = endpoint({
  operationId: 'gatherings.getBadge',
  method: 'GET',
  path: '/gathering-registrations/:id/badge',
  tag,
  summary: 'The badge of one’s approved registration: a secret code, and the same as a QR code',
  params,
  response: z.object({
    registration: ownRegistration,
    code: z.string(),
    /** An SVG drawing of the code. */
    qr: z.string(),
  }),
});

export const giveFeedback = endpoint({
  operationId: 'gatherings.giveFeedback',
  method: 'PUT',
  path: '/gathering-registrations/:id/feedback',
  tag,
  summary: 'Say once how a gathering was, after it began',
  params,
  body: z.strictObject({
    rating: z.int().min(1).max(5),
    text: plainText(2000).nullable().default(null),
  }),
  response: ownRegistration,
});

const scan = z.strictObject({
  /** Made by the phone: sent again it is the same scan. */
  id: idSchema,
  /** What the badge says. */
  code: z.string().min(1).max(100),
  /** When the phone read it; it may have been without a connection. */
  scannedAt: instant,
});
export type Scan = z.infer<typeof scan>;

const scanned = z.object({
  id: idSchema,
  /** `in`: checked in by this scan. `again`: was in already, by another. `unknown`: no approved badge of this gathering. */
  outcome: z.enum(['in', 'again', 'unknown']),
  person: z.string().nullable(),
  organisation: texts.nullable(),
  at: instant.nullable(),
});
export type Scanned = z.infer<typeof scanned>;

export const checkIn = endpoint({
  operationId: 'gatherings.checkIn',
  method: 'POST',
  path: '/gatherings/:id/check-ins',
  tag,
  summary: 'Check people in by their badges; scans that were kept without a connection come in one go',
  params,
  body: z.strictObject({ scans: z.array(scan).min(1).max(100) }),
  response: z.object({ scans: z.array(scanned).max(100), checkedIn: z.int() }),
});

/** A wish to meet, as one of the two sees it. */
const wish = z.object({
  id: idSchema,
  /** Whom we wish to meet, or who wishes to meet us. */
  other: party,
  kind: z.enum(wishKinds),
  why: z.string().nullable(),
  /** What is refused goes on to wait, for who stated it. */
  state: z.enum(['waiting', 'accepted', 'refused']),
});
export type MeetingWish = z.infer<typeof wish>;

const suggestion = z.object({
  other: party,
  /** Each says why: their product for our demand, or ours for theirs; points 0–1000. */
  reasons: z
    .array(
      z.object({
        code: z.enum(['theyHave', 'theyWant']),
        words: z.string(),
        market: countryCode,
        points: z.int(),
      }),
    )
    .max(3),
});
export type MeetingSuggestion = z.infer<typeof suggestion>;

export const getMatchmaking = endpoint({
  operationId: 'gatherings.getMatchmaking',
  method: 'GET',
  path: '/gatherings/:id/matchmaking',
  tag,
  summary: 'Whom one’s organisation wishes to meet, who wishes to meet it, and whom matching suggests',
  params,
  response: z.object({
    stated: z.array(wish).max(mostWishes),
    /** Wishes of others, those without an answer first. */
    received: z.array(wish).max(200),
    suggestions: z.array(suggestion).max(20),
    /** Numbers of slots in which nobody of the organisation can meet. */
    unavailable: z.array(z.int()).max(80),
  }),
});

export const listParticipants = endpoint({
  operationId: 'gatherings.listParticipants',
  method: 'GET',
  path: '/gatherings/:id/participants',
  tag,
  summary: 'Organisations with an approved registration, for each other',
  params,
  query: pageQuery,
  response: pageOf(party),
});

export const stateWish = endpoint({
  operationId: 'gatherings.stateWish',
  method: 'PUT',
  path: '/gatherings/:id/wishes/:organisationId',
  tag,
  summary: 'Wish to meet another organisation there, or not to; wished by both it is accepted',
  params: z.strictObject({ id: idSchema, organisationId: idSchema }),
  body: z.strictObject({ kind: z.enum(wishKinds), why: plainText(500).nullable().default(null) }),
  response: wish,
});

export const withdrawWish = endpoint({
  operationId: 'gatherings.withdrawWish',
  method: 'DELETE',
  path: '/gathering-wishes/:id',
  tag,
  summary: 'Take a wish of one’s own back',
  params,
  status: 204,
});

export const answerWish = endpoint({
  operationId: 'gatherings.answerWish',
  method: 'POST',
  path: '/gathering-wishes/:id/answer',
  tag,
  summary: 'Accept or refuse to meet; who wished it is not told of a refusal',
  params,
  body: z.strictObject({ answer: z.enum(['accepted', 'refused']) }),
  response: wish,
});

export const setUnavailable = endpoint({
  operationId: 'gatherings.setUnavailable',
  method: 'PUT',
  path: '/gatherings/:id/unavailable',
  tag,
  summary: 'Slots in which nobody of one’s organisation can meet; heeded when the schedule is next made',
  params,
  body: z.strictObject({ slots: z.array(z.int().min(1).max(80)).max(80) }),
  response: z.object({ slots: z.array(z.int()).max(80) }),
});

const booking = z.object({
  slot: z.int(),
  table: z.int(),
  a: party,
  b: party,
  /** As it would be after publishing, beside what stands; `off` where one has left or doesn’t come. */
  change: z.enum(['new', 'moved', 'same', 'off']),
  /** The slot that it is in as published, where that is another. */
  from: z.int().nullable(),
  /** A search leaves it in its slot. */
  fixed: z.boolean(),
});
export type MeetingBooking = z.infer<typeof booking>;

/** Why the schedule is not what it would be if it were sought now. */
const unsettled = z.object({
  /**
   * `wanted`: both accepted since. `unwanted`: they don't any more, or one has left. `absent`: one doesn't come after
   * all. `away`: one can't in its slot.
   */
  why: z.enum(['wanted', 'unwanted', 'absent', 'away']),
  a: party,
  b: party,
  /** In which they would meet. */
  slot: z.int().nullable(),
});
export type UnsettledMeeting = z.infer<typeof unsettled>;
/** Of these as many as are named. */
export const mostUnsettled = 100;
/** Changes that publishing would make, as many as are named. */
export const mostChanges = 200;
/** After so many meetings no further slot is named whole. */
export const mostShown = 100;

const pair = z.object({ a: party, b: party });

/** Two who both want to meet and whom the search left out. */
const omitted = pair.extend({
  /**
   * `full`: one has more meetings than slots in which it can. `apart`: there is no slot in which both can. `tables`: all
   * tables are taken in all slots. `host`: the host had it sought without them. Null where it isn’t known any more.
   */
  why: z.enum(['full', 'apart', 'tables', 'host']).nullable(),
  /** Which one, how many meetings it wants, and how many slots it has. */
  full: z.object({ who: party, wanted: z.int(), slots: z.int() }).nullable(),
});
export type OmittedMeeting = z.infer<typeof omitted>;

/** What is impossible about meetings that are fixed, by themselves: no search can begin before they are released. */
const clash = z.object({
  /**
   * `busy`: one would meet twice in the slot. `away`: one can’t then. `noTable`: there are more than tables. `begun`: the
   * slot has. `session`: they are to be in the other half of the day. `order`: the first has to be after the second.
   */
  why: z.enum(['busy', 'away', 'noTable', 'begun', 'session', 'order']),
  who: party.nullable(),
  slot: z.int(),
  meetings: z.array(pair).max(500),
});
export type MeetingClash = z.infer<typeof clash>;

/** What would make an impossible schedule possible. */
const remedy = z.object({
  /** `proved`: nothing less will do. `found`: it will do, perhaps less would, too. `unknown`: not found in time. */
  status: z.enum(['proved', 'found', 'unknown']),
  /** Ways, each enough by itself: meetings to leave out, and meetings to release. None where they would be too many to read. */
  ways: z.array(z.object({ leaveOut: z.array(pair).max(50), release: z.array(pair).max(50) })).max(20),
  /** There are no others that are as small; else there may be. */
  complete: z.boolean(),
  /** At least so many have to be left out. */
  atLeast: z.int(),
  seconds: z.number(),
});

/** What is known of a schedule that was sought to move as few meetings as can be. */
const stability = z.object({
  /** No schedule moves fewer of them. */
  movedAtLeast: z.int(),
  /** With as few breaks as can be, whoever has to move; null where there was no time left. */
  anew: z.object({ breaks: z.int(), lowerBound: z.int(), moved: z.int() }).nullable(),
  /** How many breaks more than the best it costs that the others stay; the same twice where that is proved. */
  price: z.object({ atLeast: z.int(), atMost: z.int() }).nullable(),
});
export type Stability = z.infer<typeof stability>;

const schedule = z.object({
  /** `solving` until the search has ended; `solved` with its outcome. */
  state: z.enum(['none', 'solving', 'solved']),
  /** Pairs that both want to meet. */
  pairs: z.int(),
  /** Of these, pairs that slots and tables don't suffice for, who must meet going before who wants to; or that the host left out. */
  leftOut: z.int(),
  /** Of these as many as are named. */
  omitted: z.array(omitted).max(mostUnsettled),
  outcome: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']).nullable(),
  /** Breaks of all together between their meetings; while it is sought, of the best so far. */
  breaks: z.int().nullable(),
  /** No schedule has fewer; of one with `stability`, none that moves as few meetings. */
  lowerBound: z.int().nullable(),
  /** Null unless as few meetings as can be were to move, and none was moved by hand since. */
  stability: stability.nullable(),
  /** Where there is no schedule, what would have to be left out or released; null where that wasn’t sought. */
  remedy: remedy.nullable(),
  /** What is impossible about fixed meetings as things are now. */
  clashes: z.array(clash).max(mostUnsettled),
  /** That the search took, or has taken so far. */
  seconds: z.number(),
  /** All meetings of it. */
  booked: z.int(),
  /** How many of them each slot has, the first slot's first; without those that are off. */
  inSlot: z.array(z.int()).max(80),
  /** Whole slots in their order, from the one asked for on, as many as `mostShown` has room for: at least one. */
  bookings: z.array(booking).max(500),
  /** The first slot that is not named any more; null where all are. */
  nextSlot: z.int().nullable(),
  /** Meetings that would be in another slot than the one that is published. */
  moved: z.int(),
  /** Meetings that there is none of yet. */
  added: z.int(),
  /** Meetings that publishing would add or move, be it to another table. */
  changes: z.int(),
  /** Where meetings stand: those that move to another slot first, then those that are new. */
  changed: z.array(booking).max(mostChanges),
  /** Meetings that stand now and would be cancelled. */
  cancelled: z.int(),
  dropped: z.array(z.object({ slot: z.int(), a: party, b: party })).max(mostChanges),
  /** What has changed since it was sought. */
  unsettled: z.array(unsettled).max(mostUnsettled),
  unsettledCount: z.int(),
  /** Meetings that are fixed for every search. */
  fixed: z.int(),
  /** Meetings that stand as published. */
  standing: z.int(),
  /** The slot that is running or was the last to begin; 0 before the first. */
  now: z.int(),
  /** Organisations that nobody has come from although their first meeting has begun. */
  missing: z.int(),
  /** How often it was published. */
  published: z.int(),
  publishedAt: instant.nullable(),
  /** Nothing of it has changed since it was published. */
  upToDate: z.boolean(),
  version,
});
export type MeetingSchedule = z.infer<typeof schedule>;

const scheduleQuery = z.strictObject({
  /** The first slot whose meetings are named. */
  slot: z.coerce.number().int().min(1).max(80).default(1),
  /** Only meetings of those whose name has this in it, in any language. */
  q: z.string().trim().max(200).optional(),
});

export const getSchedule = endpoint({
  operationId: 'gatherings.getSchedule',
  method: 'GET',
  path: '/gatherings/:id/schedule',
  tag,
  summary:
    'The meeting schedule of a gathering that one keeps, to be reviewed before it is published, some slots at a time',
  params,
  query: scheduleQuery,
  response: schedule,
  versioned: true,
});

/** Meetings by their two, in either order. */
const twos = z.array(z.strictObject({ a: idSchema, b: idSchema })).max(100);
const search = z.strictObject({
  seconds: z.int().min(1).max(120).default(20),
  /** Meetings to be left out this time, so that the others can be. */
  without: twos.default([]),
});

export const solveSchedule = endpoint({
  operationId: 'gatherings.solveSchedule',
  method: 'POST',
  path: '/gatherings/:id/schedule',
  tag,
  summary: 'Have a schedule sought for all who accepted each other, with as few breaks as can be',
  params,
  body: search,
  response: schedule,
  status: 202,
  versioned: true,
});

export const resolveSchedule = endpoint({
  operationId: 'gatherings.resolveSchedule',
  method: 'POST',
  path: '/gatherings/:id/schedule/again',
  tag,
  summary:
    'Have the published schedule sought again after a change, with as few meetings moved as can be, then as few breaks',
  params,
  body: search,
  response: schedule,
  status: 202,
  versioned: true,
});

/** A meeting by its two, in either order. */
const meetingParams = z.strictObject({ id: idSchema, a: idSchema, b: idSchema });

const place = z.object({
  slot: z.int(),
  /** Breaks of all together if the two met then; null where they can't. */
  breaks: z.int().nullable(),
  /** Why they can't, in the reader’s language. */
  obstacles: z.array(z.object({ code: z.string(), detail: z.string() })).max(10),
});

export const listPlaces = endpoint({
  operationId: 'gatherings.listPlaces',
  method: 'GET',
  path: '/gatherings/:id/schedule/meetings/:a/:b/places',
  tag,
  summary:
    'Every slot for a meeting of the schedule: how many breaks there would be, or why it can’t be then',
  params: meetingParams,
  response: z.object({
    a: party,
    b: party,
    slot: z.int(),
    fixed: z.boolean(),
    places: z.array(place).max(80),
    version,
  }),
  versioned: true,
});
export type MeetingPlaces = z.infer<(typeof listPlaces)['response']>;

export const placeMeeting = endpoint({
  operationId: 'gatherings.placeMeeting',
  method: 'PUT',
  path: '/gatherings/:id/schedule/meetings/:a/:b',
  tag,
  summary:
    'Put a meeting of the schedule into a slot by hand, fix it there for every search to come, or release it',
  params: meetingParams,
  body: z.strictObject({ slot: z.int().min(1).max(80), fixed: z.boolean() }),
  response: schedule,
  versioned: true,
});

export const listSwaps = endpoint({
  operationId: 'gatherings.listSwaps',
  method: 'GET',
  path: '/gatherings/:id/schedule/meetings/:a/:b/swaps',
  tag,
  summary:
    'The meetings of one slot that a meeting of the schedule could change places with: how many breaks there would be, or why they can’t',
  params: meetingParams,
  query: z.strictObject({ slot: z.coerce.number().int().min(1).max(80) }),
  response: z.object({
    slot: z.int(),
    swaps: z
      .array(
        pair.extend({
          table: z.int(),
          fixed: z.boolean(),
          /** Breaks of all together if they changed places; null where they can’t. */
          breaks: z.int().nullable(),
          /** Why they can’t, in the reader’s language. */
          obstacles: z.array(z.object({ code: z.string(), detail: z.string() })).max(10),
        }),
      )
      .max(500),
    version,
  }),
  versioned: true,
});
export type MeetingSwaps = z.infer<(typeof listSwaps)['response']>;

export const swapMeetings = endpoint({
  operationId: 'gatherings.swapMeetings',
  method: 'PUT',
  path: '/gatherings/:id/schedule/meetings/:a/:b/swapped',
  tag,
  summary:
    'Let two meetings of the schedule change places in one step, and fix both there for every search to come or release them',
  params: meetingParams,
  body: z.strictObject({ other: z.strictObject({ a: idSchema, b: idSchema }), fixed: z.boolean() }),
  response: schedule,
  versioned: true,
});

export const releaseSomeMeetings = endpoint({
  operationId: 'gatherings.releaseSomeMeetings',
  method: 'PUT',
  path: '/gatherings/:id/schedule/fixed/released',
  tag,
  summary: 'Release some of the meetings that are fixed; they stay where they are until the next search',
  params,
  body: z.strictObject({ meetings: twos.min(1) }),
  response: schedule,
  versioned: true,
});

export const releaseMeetings = endpoint({
  operationId: 'gatherings.releaseMeetings',
  method: 'DELETE',
  path: '/gatherings/:id/schedule/fixed',
  tag,
  summary: 'Release all meetings that are fixed; they stay where they are until the next search',
  params,
  response: schedule,
  versioned: true,
});

const attendance = z.object({
  organisation: party,
  /** When the first of its people was checked in. */
  cameAt: instant.nullable(),
  /** When its first published meeting begins. */
  firstAt: instant.nullable(),
  /** Nobody has come although that has begun. */
  missing: z.boolean(),
  /** Doesn’t come after all: the host said so. */
  absent: z.boolean(),
  /** Slots in which it can’t meet. */
  slots: z.array(z.int()).max(80),
});
export type Attendance = z.infer<typeof attendance>;

export const listAttendance = endpoint({
  operationId: 'gatherings.listAttendance',
  method: 'GET',
  path: '/gatherings/:id/attendance',
  tag,
  summary:
    'Organisations that take part in a gathering one keeps: who has come, who can’t when, who doesn’t come',
  params,
  query: pageQuery.extend({
    /** `missing`: should have come by now. `changed`: absent, or can’t in some slots. */
    show: z.enum(attendanceKinds).optional(),
  }),
  response: pageOf(attendance).extend({ missing: z.int() }),
});

export const setAttendance = endpoint({
  operationId: 'gatherings.setAttendance',
  method: 'PUT',
  path: '/gatherings/:id/attendance/:organisationId',
  tag,
  summary:
    'Note for an organisation that it doesn’t come, or in which slots it can’t; heeded by the next search',
  params: z.strictObject({ id: idSchema, organisationId: idSchema }),
  body: z.strictObject({ absent: z.boolean(), slots: z.array(z.int().min(1).max(80)).max(80) }),
  response: attendance,
});

export const publishSchedule = endpoint({
  operationId: 'gatherings.publishSchedule',
  method: 'PUT',
  path: '/gatherings/:id/schedule/published',
  tag,
  summary: 'Publish the schedule as it was reviewed; everybody whose meetings changed is written to',
  params,
  response: schedule,
  versioned: true,
});

const scheduleSheet = { tag, params, method: 'GET' } as const;
export const exportScheduleCsv = endpoint({
  ...scheduleSheet,
  operationId: 'gatherings.exportScheduleCsv',
  path: '/gatherings/:id/schedule/export.csv',
  summary: 'The published meetings as CSV',
  produces: 'text/csv',
});
export const exportScheduleXlsx = endpoint({
  ...scheduleSheet,
  operationId: 'gatherings.exportScheduleXlsx',
  path: '/gatherings/:id/schedule/export.xlsx',
  summary: 'The published meetings as a workbook',
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

const agendaMeeting = z.object({
  id: idSchema,
  other: party,
  startsAt: instant,
  endsAt: instant,
  table: z.int(),
  state: z.enum(['planned', 'cancelled']),
  /** Grows with every published change of this meeting. */
  sequence: z.int(),
});
export type AgendaMeeting = z.infer<typeof agendaMeeting>;

export const getAgenda = endpoint({
  operationId: 'gatherings.getAgenda',
  method: 'GET',
  path: '/gatherings/:id/agenda',
  tag,
  summary: 'One’s own agenda at a gathering one is approved for: its programme and one’s published meetings',
  params,
  response: z.object({
    registration: ownRegistration,
    meetings: z
      .array(
        agendaMeeting.extend({
          /** What one's own organisation has said of it. */
          outcome: ownMeetingOutcome.nullable(),
          /** Whether the two understand each other; null where it is cancelled. */
          understanding: understanding.nullable(),
        }),
      )
      .max(500),
    /** Grows with everything that changes in it. */
    stamp: z.string(),
  }),
});

export const streamAgenda = endpoint({
  operationId: 'gatherings.streamAgenda',
  method: 'GET',
  path: '/gatherings/:id/agenda/stream',
  tag,
  summary: 'Server-sent events: the stamp of everybody’s agendas there, whenever something was published',
  params,
  produces: 'text/event-stream',
});

export const subscribeToAgenda = endpoint({
  operationId: 'gatherings.subscribeToAgenda',
  method: 'POST',
  path: '/gathering-registrations/:id/calendar',
  tag,
  summary: 'Make the secret address at which a calendar reads one’s agenda; an earlier one ends',
  params,
  response: z.object({ url: z.url() }),
  status: 201,
  secretAnswer: true,
});

export const unsubscribeFromAgenda = endpoint({
  operationId: 'gatherings.unsubscribeFromAgenda',
  method: 'DELETE',
  path: '/gathering-registrations/:id/calendar',
  tag,
  summary: 'End that address',
  params,
  status: 204,
});

export const readCalendar = endpoint({
  operationId: 'gatherings.readCalendar',
  method: 'GET',
  path: '/gatherings/agendas/:token.ics',
  tag,
  summary: 'An agenda as iCalendar, for who knows its address; unchanged it is answered 304',
  params: z.strictObject({ token: z.string().min(1).max(100) }),
  produces: 'text/calendar',
});

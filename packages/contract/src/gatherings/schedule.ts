import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idSchema, instant, version } from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { mostInterpreterPairs } from './interpreting.ts';
import { tag, params, party, pair } from './parts.ts';

const booking = z.object({
  slot: z.int(),
  table: z.int(),
  a: party,
  b: party,
  /** As it would be after publishing, beside what stands; `off` where one has left or doesn’t come. */
  change: z.enum(['new', 'moved', 'same', 'off']),
  /** Where it is as published, where that is another slot or table. */
  from: z.object({ slot: z.int(), table: z.int() }).nullable(),
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
  /** Where interpreters are heeded and there are too few for sure: between which languages (any of these would do). */
  interpreters: z
    .array(
      z.object({
        languages: z.array(z.tuple([z.string(), z.string()])).max(mostInterpreterPairs),
        /** So many meetings that need one could be in these slots only, in which there is room for fewer. */
        meetings: z.int(),
        slots: z.int(),
        room: z.int(),
      }),
    )
    .max(200),
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
  /** Whom every search leaves out until the host takes them back in, as many as are named. */
  without: z.array(pair).max(mostUnsettled),
  withoutCount: z.int(),
  /** Sought so that at no time more interpreters are needed than there are, as far as there are any of those languages. */
  heedsInterpreters: z.boolean(),
  /** So sought, and of some meetings not all can have one at once. */
  interpretersScarce: z.boolean(),
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
  /** Where meetings stand: those that move to another slot first, then those to another table, then those that are new. */
  changed: z.array(booking).max(mostChanges),
  /** Meetings that stand now and would be cancelled. */
  cancelled: z.int(),
  dropped: z.array(pair.extend({ slot: z.int(), table: z.int() })).max(mostChanges),
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
  /** Meetings to be left out besides those that are already, so that the others can be: by this search and all to come. */
  without: twos.default([]),
  /** At no time more interpreters than there are, as far as there are any of those languages. */
  heedInterpreters: z.boolean().default(true),
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

export const takeMeetingsBackIn = endpoint({
  operationId: 'gatherings.takeMeetingsBackIn',
  method: 'PUT',
  path: '/gatherings/:id/schedule/without/taken-back',
  tag,
  summary: 'Take meetings back in that were left out; the next search heeds them like any other',
  params,
  body: z.strictObject({ meetings: twos.min(1) }),
  response: schedule,
  versioned: true,
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

export const [exportScheduleCsv, exportScheduleXlsx] = sheetEndpoints({
  operation: 'gatherings.exportSchedule',
  path: '/gatherings/:id/schedule/export',
  tag,
  summary: 'The published meetings as a sheet',
  params,
});

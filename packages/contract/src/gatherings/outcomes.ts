import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { calendarDate, idSchema, instant, pageOf, pageQuery } from '../scalars.ts';
import { plainText } from '../text.ts';
import { meetingComes } from '../words.ts';
import { tag, params, party } from './parts.ts';

/** What came of two who met, at a fair's table or on a tour. */
export const outcomeSchema = z.object({
  text: z.string(),
  /** The deal that came of it; whoever isn't a party can't open it. */
  dealId: idSchema.nullable(),
  by: z.string().nullable(),
  at: instant,
});

const followUp = z.strictObject({
  what: plainText(500),
  /** Whoever does it: a person or one of the two organisations. */
  who: plainText(120),
  due: calendarDate,
});

/** What one side says of a meeting, as its host reads it. */
const told = outcomeSchema.extend({
  came: z.enum(meetingComes),
  /** Null where there is nothing left to do. */
  followUp: z.object({ what: z.string(), who: z.string(), due: calendarDate }).nullable(),
});
/** The same with what is for one's own organisation alone. */
export const ownMeetingOutcome = told.extend({ note: z.string().nullable() });
export type MeetingOutcome = z.infer<typeof ownMeetingOutcome>;

export const recordMeetingOutcome = endpoint({
  operationId: 'gatherings.recordOutcome',
  method: 'PUT',
  path: '/gathering-meetings/:id/outcome',
  tag,
  summary: 'Say what came of a meeting of one’s own, once it has begun; each side says its own',
  params,
  body: z.strictObject({
    came: z.enum(meetingComes),
    /** The host reads it. */
    text: plainText(2000).nullable().default(null),
    /** Only one's own organisation reads it. */
    note: plainText(2000).nullable().default(null),
    followUp: followUp.nullable().default(null),
    /** A deal of the two. */
    dealId: idSchema.nullable().default(null),
  }),
  response: ownMeetingOutcome,
});

export const linkMeetingDeal = endpoint({
  operationId: 'gatherings.linkDeal',
  method: 'PUT',
  path: '/gathering-meetings/:id/deal',
  tag,
  summary: 'Say which deal came of a meeting of one’s own; the rest of what was said of it stays',
  params,
  body: z.strictObject({ dealId: idSchema }),
  response: ownMeetingOutcome,
});

const metAt = z.object({
  id: idSchema,
  startsAt: instant,
  endsAt: instant,
  table: z.int(),
  a: party,
  b: party,
  /** What each side says; null where it has said nothing yet. */
  ofA: told.nullable(),
  ofB: told.nullable(),
});
export type MetAt = z.infer<typeof metAt>;

export const listMeetingOutcomes = endpoint({
  operationId: 'gatherings.listOutcomes',
  method: 'GET',
  path: '/gatherings/:id/outcomes',
  tag,
  summary: 'What came of the meetings of a gathering that one keeps: totals, and what each side says',
  params,
  query: pageQuery.extend({
    /** `untold`: begun, and no side has said anything yet. */
    show: z.enum(['told', 'untold']).optional(),
  }),
  response: pageOf(metAt).extend({
    totals: z.object({
      /** Meetings that have begun. */
      begun: z.int(),
      /** Of these, meetings of which a side has said what came of them. */
      told: z.int(),
      /** Meetings that took place as at least one side says. */
      met: z.int(),
      /** Meetings that took place as nobody says, and did not as somebody does. */
      missed: z.int(),
      /** What is still to do. */
      followUps: z.int(),
      /** Of these, what should be done already. */
      overdue: z.int(),
      deals: z.int(),
    }),
  }),
});

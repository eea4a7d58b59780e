import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idSchema, instant } from '../scalars.ts';
import { understanding } from './interpreting.ts';
import { ownMeetingOutcome } from './outcomes.ts';
import { tag, params, party } from './parts.ts';
import { ownRegistration } from './registration.ts';

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

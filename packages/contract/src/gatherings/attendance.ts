import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idSchema, instant, pageOf, pageQuery } from '../scalars.ts';
import { attendanceKinds } from '../words.ts';
import { tag, params, party } from './parts.ts';

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

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idSchema, instant, languageTag, pageOf, pageQuery } from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { plainText } from '../text.ts';
import { registrationStates } from '../words.ts';
import { gatheringBrief } from './gathering.ts';
import { tag, params, texts, party } from './parts.ts';

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

export const ownRegistration = registration.extend({
  gathering: gatheringBrief,
  /** From 1; null where one doesn't wait. */
  place: z.int().nullable(),
  /** A calendar may subscribe to the agenda. */
  subscribed: z.boolean(),
});
export type OwnRegistration = z.infer<typeof ownRegistration>;

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

export const [exportRegistrationsCsv, exportRegistrationsXlsx] = sheetEndpoints({
  operation: 'gatherings.exportRegistrations',
  path: '/gatherings/:id/registrations/export',
  tag,
  summary: 'The same list as a sheet',
  params,
  query: registrationQuery,
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

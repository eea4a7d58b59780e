import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { calendarDate, idSchema, instant, localisedText, pageOf, pageQuery } from '../scalars.ts';
import { localisedPlainText } from '../text.ts';

const tag = 'Charter';

const charterSummary = z.object({
  number: z.int(),
  adoptedOn: calendarDate,
  languages: z.array(z.string()),
  publishedAt: instant,
  demo: z.boolean(),
});

export const charterVersion = charterSummary.extend({ texts: localisedText(100_000) });
export type CharterVersion = z.infer<typeof charterVersion>;

export const getCharter = endpoint({
  operationId: 'members.getCharter',
  method: 'GET',
  path: '/charter',
  tag,
  summary: 'The charter in force, or an earlier version by its number',
  query: z.strictObject({ number: z.coerce.number().int().min(1).max(100_000).optional() }),
  response: charterVersion,
});

export const listCharterVersions = endpoint({
  operationId: 'members.listCharterVersions',
  method: 'GET',
  path: '/charter/versions',
  tag,
  summary: 'Every version of the charter, newest first',
  query: pageQuery,
  response: pageOf(charterSummary),
});

export const publishCharter = endpoint({
  operationId: 'members.publishCharter',
  method: 'POST',
  path: '/charter/versions',
  tag,
  summary: 'Publish the next version of the charter; earlier ones are kept',
  body: z.strictObject({ adoptedOn: calendarDate, texts: localisedPlainText(100_000) }),
  response: charterVersion,
  status: 201,
});

export const signatory = z.object({
  id: idSchema,
  names: localisedText(200),
  organisationId: idSchema.nullable(),
  organisationNames: z.record(z.string(), z.string()).nullable(),
  signedOn: calendarDate,
  charterNumber: z.int(),
  demo: z.boolean(),
});
export type Signatory = z.infer<typeof signatory>;

export const listSignatories = endpoint({
  operationId: 'members.listSignatories',
  method: 'GET',
  path: '/charter/signatories',
  tag,
  summary: 'Who founded the alliance, and when each signed',
  query: pageQuery,
  response: pageOf(signatory),
});

export const recordSignatory = endpoint({
  operationId: 'members.recordSignatory',
  method: 'POST',
  path: '/charter/signatories',
  tag,
  summary: 'Record a founding signature on a version of the charter',
  body: z.strictObject({
    names: localisedPlainText(200),
    organisationId: idSchema.nullable().default(null),
    signedOn: calendarDate,
    charterNumber: z.int().min(1).max(100_000),
  }),
  response: signatory,
  status: 201,
});

export const removeSignatory = endpoint({
  operationId: 'members.removeSignatory',
  method: 'DELETE',
  path: '/charter/signatories/:id',
  tag,
  summary: 'Take out a founding signature that was recorded wrongly; the audit log keeps it',
  params: z.strictObject({ id: idSchema }),
  status: 204,
});

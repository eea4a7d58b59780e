import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, countryCode, instant, version } from './scalars.ts';
import { plainText } from './text.ts';
import { confidences, visaRules } from './words.ts';

const tag = 'Visa notes';

const visaSource = z.strictObject({
  title: plainText(300),
  url: z.url({ protocol: /^https?$/ }).max(500),
  /** The day it was published, or read where it has none. */
  date: calendarDate,
});

const fields = {
  rule: z.enum(visaRules),
  /** Of one stay; only with a waiver. */
  days: z.int().min(1).max(365).nullable(),
  /** The last day for which it is known; null where no end is told. */
  validTo: calendarDate.nullable(),
  source: visaSource,
  confidence: z.enum(confidences),
};

/** What somebody with an ordinary passport of a country needs to enter China for business. */
export const visaNote = z.object({
  ...fields,
  source: z.object(visaSource.shape),
  /** Who held it against its source, and when; null where nobody has. */
  review: z.object({ by: z.string().nullable(), at: instant }).nullable(),
});
export type VisaNote = z.output<typeof visaNote>;

export const countryVisaNote = visaNote.extend({
  country: countryCode,
  /** False where nothing is known of the country and the ordinary way is told. */
  known: z.boolean(),
  version,
});
export type CountryVisaNote = z.output<typeof countryVisaNote>;

const params = z.strictObject({ country: countryCode });

export const listVisaNotes = endpoint({
  operationId: 'tours.listVisaNotes',
  method: 'GET',
  path: '/visa-notes',
  tag,
  summary: 'What guests of each country need to enter China, where something is known; by country code',
  response: z.object({ items: z.array(countryVisaNote).max(300) }),
});

export const getVisaNote = endpoint({
  operationId: 'tours.getVisaNote',
  method: 'GET',
  path: '/visa-notes/:country',
  tag,
  summary: 'The note of one country; the ordinary way where nothing is known',
  params,
  response: countryVisaNote,
  versioned: true,
});

export const keepVisaNote = endpoint({
  operationId: 'tours.keepVisaNote',
  method: 'PUT',
  path: '/visa-notes/:country',
  tag,
  summary: 'Correct a country’s note; it counts at once, reviewed by nobody yet, for all tours',
  params,
  body: z.strictObject(fields).superRefine(({ rule, days }, context) => {
    const waiver = rule === 'unilateralWaiver' || rule === 'mutualWaiver';
    if (waiver === (days === null))
      context.addIssue({
        code: 'custom',
        path: ['days'],
        params: { code: waiver ? 'tours.visaDaysMissing' : 'tours.visaDaysNone' },
      });
  }),
  response: countryVisaNote,
  versioned: true,
});

export const reviewVisaNote = endpoint({
  operationId: 'tours.reviewVisaNote',
  method: 'POST',
  path: '/visa-notes/:country/review',
  tag,
  summary: 'Say that this version of the note was held against its source',
  params,
  body: z.strictObject({ version }),
  response: countryVisaNote,
  versioned: true,
});

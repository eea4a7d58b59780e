import { z } from 'zod';
import { formed } from '../form.ts';
import { calendarDate, currencyCode, idSchema, instant, version } from '../scalars.ts';
import { plainText } from '../text.ts';
import { temperatureClass } from '../members/vocabulary.ts';
import { factSource, freightCode } from './hub.ts';
import { freightConfidence as confidence, freightState, transportMode } from './vocabulary.ts';

/** ISO weekdays: 1 is Monday, 7 Sunday. */
export const isoWeekday = z.int().min(1).max(7);
/** Local time of day, 24 hours: 08:30. */
export const timeOfDay = formed('timeOfDay', /^([01]\d|2[0-3]):[0-5]\d$/);

const amount = z.int().min(0).max(1_000_000_000).nullable();

/**
 * What carriage costs, in minor units of the currency. By weight or measure whichever is more, or by whole
 * containers where that is less, and never below the minimum; at least one of the three rates is there.
 */
export const tariff = z
  .strictObject({
    currency: currencyCode,
    perKg: amount,
    perM3: amount,
    /** For each 40-foot container begun. */
    perContainer: amount,
    minimum: z.int().min(0).max(1_000_000_000),
    /** Added for goods kept at a temperature, in thousandths of the rate. */
    reeferSurchargePermille: z.int().min(0).max(10_000),
  })
  .refine(({ perKg, perM3, perContainer }) => (perKg ?? perM3 ?? perContainer) !== null, {
    params: { code: 'freight.noRate' },
  });
export type Tariff = z.infer<typeof tariff>;

/** What people may write of a service. */
export const serviceFields = {
  mode: transportMode,
  /** Days of the week it leaves, in the time of the hub it leaves. */
  weekdays: z
    .array(isoWeekday)
    .min(1)
    .max(7)
    .refine((value) => new Set(value).size === value.length, { params: { code: 'freight.weekdayTwice' } }),
  departure: timeOfDay,
  /** From departure to arrival, in elapsed minutes. */
  durationMinutes: z.int().min(1).max(150_000),
  /** Kilometres of the way; null where only the great circle times a detour is known. */
  distanceKm: z.int().min(1).max(60_000).nullable(),
  operator: plainText(200).nullable(),
  tariff,
  /** Temperature classes it keeps goods at; more than ambient is a refrigerated service. */
  temperatureClasses: z
    .array(temperatureClass)
    .min(1)
    .max(4)
    .refine((value) => new Set(value).size === value.length, { params: { code: 'freight.classTwice' } }),
  /** Whether goods with batteries, and dangerous goods, are taken. */
  batteries: z.boolean(),
  dangerous: z.boolean(),
  /** Most that one departure takes of one consignment. */
  capacityKg: z.int().min(1).max(500_000_000).nullable(),
  validFrom: calendarDate,
  validUntil: calendarDate.nullable(),
  source: factSource,
  /** Of the service and its duration. */
  confidence,
  /** Of weekdays and hour. */
  scheduleConfidence: confidence,
  /** Of the tariff. */
  priceConfidence: confidence,
  note: plainText(500).nullable(),
} as const;

const orderly = {
  check: ({ validFrom, validUntil }: { validFrom?: string; validUntil?: string | null }) =>
    !validFrom || !validUntil || validFrom <= validUntil,
  issue: { path: ['validUntil'], params: { code: 'freight.endsBeforeStart' } },
};

export const serviceInput = z
  .strictObject({ code: freightCode, fromHubId: idSchema, toHubId: idSchema, ...serviceFields })
  .refine(orderly.check, orderly.issue)
  .refine(({ fromHubId, toHubId }) => fromHubId !== toHubId, {
    path: ['toHubId'],
    params: { code: 'freight.sameHub' },
  });
export type ServiceInput = z.infer<typeof serviceInput>;

export const serviceChange = z
  .strictObject({ ...serviceFields, state: freightState })
  .partial()
  .refine(orderly.check, orderly.issue);

/** The little of a hub that a line about something else shows. */
export const hubBrief = z.object({
  id: idSchema,
  code: z.string(),
  names: z.record(z.string(), z.string()),
  country: z.string(),
  zone: z.string(),
});
export type HubBrief = z.infer<typeof hubBrief>;

export const serviceSchema = z.object({
  id: idSchema,
  code: z.string(),
  from: hubBrief,
  to: hubBrief,
  ...serviceFields,
  /** Kilometres that emissions are reckoned with: those above, or the great circle times the mode's detour. */
  reckonedKm: z.int(),
  state: freightState,
  edited: z.boolean(),
  updatedAt: instant,
  version,
});
export type FreightService = z.infer<typeof serviceSchema>;

import { z } from 'zod';
import { hs6Pattern } from './codes/hs6.ts';
import { formed } from './form.ts';

/** UUIDv7, as every id of ours. */
export const idSchema = z.uuid();
/** BCP 47 tag of a language a text is written in: zh-CN, en, ru, hu … */
export const languageTag = formed('languageTag', /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/);
/** One text in several languages, at most 20, by language tag. */
export const localisedText = (maxLength: number) =>
  z
    .record(languageTag, z.string().trim().min(1).max(maxLength))
    .refine((value) => Object.keys(value).length <= 20);
/** ISO 3166-1 alpha-2. */
export const countryCode = formed('country', /^[A-Z]{2}$/);
/** ISO 4217. */
export const currencyCode = formed('currency', /^[A-Z]{3}$/);
/** A subheading of the Harmonized System, six digits. */
export const hs6 = formed('hs6', hs6Pattern);
/** A calendar day, YYYY-MM-DD. */
export const calendarDate = z.iso.date();
/** An instant in UTC, ISO 8601. */
export const instant = z.iso.datetime();
/** Optimistic lock: grows by one with each edit; sent as ETag. */
export const version = z.int().min(1);

/** Query of a cursor page: opaque `cursor` from the page before, `limit` 1–100 (20 unless told). */
export const pageQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
/** A cursor page of `item`. `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item).max(100), nextCursor: z.string().nullable() });
/** A query parameter that may be given once or repeated; at most 20 values. */
export const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(20).optional(),
  );

import { z } from 'zod';
import { formed } from '../form.ts';
import { calendarDate, countryCode, idSchema, instant, version } from '../scalars.ts';
import { localisedPlainText, plainText } from '../text.ts';
import { temperatureClass } from '../members/vocabulary.ts';
import { freightConfidence as confidence, freightState, hubKind } from './vocabulary.ts';

/** The key of a hub or a service, as the sheet and addresses name it: chengdu-railway-port. */
export const freightCode = formed('freightCode', /^[a-z0-9]+(-[a-z0-9]+)*$/, z.string().max(120));
/** UN/LOCODE (UNECE Recommendation 16), without the space. */
export const unlocode = formed('unlocode', /^[A-Z]{2}[A-Z2-9]{3}$/);
/** IATA code of an airport. */
export const iataCode = formed('iata', /^[A-Z]{3}$/);

const isZone = (value: string): boolean => {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions();
    // An offset (+08:00) has no daylight saving to follow: a hub's clock is a place's.
    return timeZone !== undefined && /^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(value);
  } catch {
    return false;
  }
};
/** An IANA time zone: Asia/Shanghai. */
export const zoneName = z
  .string()
  .max(60)
  .refine(isZone, { params: { code: 'freight.zoneUnknown' } })
  .meta({ examples: ['Asia/Shanghai', 'Europe/Budapest'] });

/** Where a figure comes from, and the day it was written; null where the source doesn't say. */
export const factSource = z.strictObject({
  title: plainText(300),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  date: calendarDate.nullable().default(null),
});
export type FactSource = z.infer<typeof factSource>;

const temperatureClasses = z
  .array(temperatureClass)
  .min(1)
  .max(4)
  .refine((value) => new Set(value).size === value.length, { params: { code: 'freight.classTwice' } });

/** What people may write of a hub. */
export const hubFields = {
  names: localisedPlainText(100),
  kind: hubKind,
  country: countryCode,
  /** Degrees, WGS 84. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  zone: zoneName,
  unlocode: unlocode.nullable(),
  iata: iataCode.nullable(),
  /** How goods can be kept while they wait here. */
  temperatureClasses,
  /** Minutes that goods need between an arrival and the next departure. */
  minTransferMinutes: z.int().min(0).max(43_200),
  /** What waiting costs, in fen a tonne and day. */
  storageFenPerTonneDay: z.int().min(0).max(10_000_000),
  /** Of handling time and storage charge. */
  confidence,
  source: factSource,
} as const;

export const hubInput = z.strictObject({ code: freightCode, ...hubFields });
export type HubInput = z.infer<typeof hubInput>;

export const hubSchema = z.object({
  id: idSchema,
  code: z.string(),
  ...hubFields,
  state: freightState,
  /** True where the secretariat wrote or changed it; a shipped hub nobody touched follows the next edition. */
  edited: z.boolean(),
  updatedAt: instant,
  version,
});
export type Hub = z.infer<typeof hubSchema>;

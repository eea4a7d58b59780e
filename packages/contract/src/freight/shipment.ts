import { z } from 'zod';
import { checkContainer, checkPostalItem, type CodeCheck } from '../codes/index.ts';
import { endpoint } from '../endpoint.ts';
import { countryCode, idSchema, instant, oneOrMany, pageOf, pageQuery, version } from '../scalars.ts';
import { plainText, searchText } from '../text.ts';
import { quantityUnit } from '../catalogue/vocabulary.ts';
import { worded } from './rules.ts';
import { hubBrief } from './service.ts';
import { transportMode } from './vocabulary.ts';
import { shipmentEventKinds, shipmentStatuses } from '../words.ts';

/** A code with a check digit: what is wrong is told, and what should stand there. */
const checkedCode = (check: (value: string) => CodeCheck, shape: string, digit: string) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .transform((value) => value.replaceAll(/[\s-]/g, ''))
    .superRefine((value, context) => {
      const found = check(value);
      if (found.ok) return;
      context.addIssue(
        found.reason === 'check-digit'
          ? { code: 'custom', params: { code: digit, given: value, expected: found.expected }, input: value }
          : { code: 'custom', params: { code: shape }, input: value },
      );
    });

/** A container number with its check digit (ISO 6346): CSQU3054383. */
export const containerNumber = checkedCode(
  checkContainer,
  'freight.containerShape',
  'freight.containerCheckDigit',
);
/** A postal item's number with its check digit (UPU S10): RA473124829CN. */
export const parcelNumber = checkedCode(checkPostalItem, 'freight.parcelShape', 'freight.parcelCheckDigit');

export const shipmentEventKind = z.enum(shipmentEventKinds);
export type ShipmentEventKind = z.infer<typeof shipmentEventKind>;

export const shipmentStatus = z.enum(shipmentStatuses);
export type ShipmentStatus = z.infer<typeof shipmentStatus>;

const shipmentLine = z
  .strictObject({
    productId: idSchema.nullable().default(null),
    /** What it is, where it is no product of the catalogue. */
    description: plainText(300).nullable().default(null),
    quantity: z.int().min(1).max(1_000_000_000),
    unit: quantityUnit,
    grossWeightG: z.int().min(1).max(1_000_000_000),
  })
  .refine(({ productId, description }) => productId !== null || description !== null, {
    path: ['description'],
    params: { code: 'freight.lineWithoutGoods' },
  });

const plannedLeg = z
  .strictObject({
    mode: transportMode,
    fromHubId: idSchema,
    toHubId: idSchema,
    serviceId: idSchema.nullable().default(null),
    departsAt: instant,
    arrivesAt: instant,
  })
  .refine(({ departsAt, arrivesAt }) => departsAt < arrivesAt, {
    path: ['arrivesAt'],
    params: { code: 'freight.arrivesFirst' },
  });

const noneTwice = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((value) => new Set(value).size === value.length, { params: { code: 'freight.numberTwice' } });

const shipmentFields = {
  /** The consignor's own number for it. */
  reference: plainText(60),
  /** The market it goes to. */
  market: countryCode,
  consigneeOrganisationId: idSchema.nullable(),
  /** Who moves it and may record its events. */
  carrierOrganisationId: idSchema.nullable(),
  lines: z.array(shipmentLine).min(1).max(200),
  containers: noneTwice(containerNumber, 200),
  parcels: noneTwice(parcelNumber, 500),
  road: z.array(plannedLeg).max(20),
} as const;

export const shipmentInput = z.strictObject({
  ...shipmentFields,
  consigneeOrganisationId: shipmentFields.consigneeOrganisationId.default(null),
  carrierOrganisationId: shipmentFields.carrierOrganisationId.default(null),
  containers: shipmentFields.containers.default([]),
  parcels: shipmentFields.parcels.default([]),
  road: shipmentFields.road.default([]),
});
export type ShipmentInput = z.infer<typeof shipmentInput>;

const party = z.object({ id: idSchema, names: z.record(z.string(), z.string()) });

export const shipmentCard = z.object({
  id: idSchema,
  reference: z.string(),
  market: z.string(),
  consignor: party,
  status: shipmentStatus,
  grossWeightG: z.int(),
  containers: z.int(),
  parcels: z.int(),
  /** Of the event that the status follows from. */
  lastEventAt: instant.nullable(),
  createdAt: instant,
});
export type ShipmentCard = z.infer<typeof shipmentCard>;

export const shipmentEventSchema = z.object({
  id: idSchema,
  kind: shipmentEventKind,
  hub: hubBrief.nullable(),
  place: z.string().nullable(),
  /** The container or parcel it is about; null for all. */
  unit: z.string().nullable(),
  /** When it happened. */
  at: instant,
  /** When it was told to us. */
  recordedAt: instant,
  source: z.string(),
  note: z.string().nullable(),
});
export type ShipmentEvent = z.infer<typeof shipmentEventSchema>;

export const shipmentSchema = z.object({
  id: idSchema,
  reference: z.string(),
  market: z.string(),
  consignor: party,
  consignee: party.nullable(),
  carrier: party.nullable(),
  status: shipmentStatus,
  lines: z.array(
    z.object({
      productId: idSchema.nullable(),
      /** Names of the product, or none where it is told in words. */
      productNames: z.record(z.string(), z.string()),
      description: z.string().nullable(),
      quantity: z.int(),
      unit: quantityUnit,
      grossWeightG: z.int(),
    }),
  ),
  containers: z.array(z.string()),
  parcels: z.array(z.string()),
  road: z.array(
    z.object({
      mode: transportMode,
      from: hubBrief,
      to: hubBrief,
      serviceId: idSchema.nullable(),
      departsAt: instant,
      arrivesAt: instant,
    }),
  ),
  /** What was warned of when it was registered, such as a market without a plan. */
  warnings: z.array(worded),
  /** In the order they happened. */
  events: z.array(shipmentEventSchema).max(500),
  /** May the reader record an event? */
  mayRecord: z.boolean(),
  /** May the reader correct it? Nobody may once it has ended. */
  mayCorrect: z.boolean(),
  createdAt: instant,
  version,
});
export type Shipment = z.infer<typeof shipmentSchema>;

const tag = 'Shipments';
const byId = z.strictObject({ id: idSchema });

export const createShipment = endpoint({
  operationId: 'freight.createShipment',
  method: 'POST',
  path: '/shipments',
  tag,
  summary:
    'Register a shipment of one’s own organisation; a product without a plan for the market is warned of',
  body: shipmentInput,
  response: shipmentSchema,
  status: 201,
});

export const listShipments = endpoint({
  operationId: 'freight.listShipments',
  method: 'GET',
  path: '/shipments',
  tag,
  summary: 'Shipments that concern the reader, newest first',
  query: pageQuery.extend({
    /** A reference, a container or a parcel number, in full. */
    q: searchText.optional(),
    status: oneOrMany(shipmentStatus),
    market: oneOrMany(countryCode),
  }),
  response: pageOf(shipmentCard),
});

export const getShipment = endpoint({
  operationId: 'freight.getShipment',
  method: 'GET',
  path: '/shipments/:id',
  tag,
  summary: 'A shipment with its events',
  params: byId,
  response: shipmentSchema,
  versioned: true,
});

export const updateShipment = endpoint({
  operationId: 'freight.updateShipment',
  method: 'PATCH',
  path: '/shipments/:id',
  tag,
  summary:
    'Correct a shipment that is under way; only what is named changes. One that has ended stays as it was, and so does a number that an event speaks of',
  params: byId,
  body: z.strictObject(shipmentFields).partial(),
  response: shipmentSchema,
  versioned: true,
});

export const recordShipmentEvent = endpoint({
  operationId: 'freight.recordShipmentEvent',
  method: 'POST',
  path: '/shipments/:id/events',
  tag,
  summary:
    'Record what happened to a shipment; the same event told again changes nothing, whatever the order',
  params: byId,
  body: z.strictObject({
    kind: shipmentEventKind,
    hubId: idSchema.nullable().default(null),
    place: plainText(200).nullable().default(null),
    unit: plainText(20).nullable().default(null),
    at: instant,
    /** Who says so: the carrier’s name, a tracking system. */
    source: plainText(100),
    /** The source’s own number of the event, by which a repetition is known. */
    externalId: plainText(100).nullable().default(null),
    note: plainText(500).nullable().default(null),
  }),
  response: shipmentSchema,
});

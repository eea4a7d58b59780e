import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { calendarDate, countryCode, idSchema, instant, oneOrMany, pageOf, pageQuery } from '../scalars.ts';
import { searchText } from '../text.ts';
import { hubFields, hubInput, hubSchema } from './hub.ts';
import { hubBrief, serviceChange, serviceInput, serviceSchema } from './service.ts';
import { freightConfidence as confidence, freightState, hubKind, transportMode } from './vocabulary.ts';

const tag = 'Freight';
const byId = z.strictObject({ id: idSchema });

export const listHubs = endpoint({
  operationId: 'freight.listHubs',
  method: 'GET',
  path: '/freight/hubs',
  tag,
  summary: 'Hubs of the network, by key: cities, terminals, crossings, airports, ports, warehouses',
  query: pageQuery.extend({
    /** Part of a name, a key or a code. */
    q: searchText.optional(),
    kind: oneOrMany(hubKind),
    country: oneOrMany(countryCode),
    state: freightState.default('active'),
  }),
  response: pageOf(hubSchema).extend({ total: z.int() }),
});

export const getHub = endpoint({
  operationId: 'freight.getHub',
  method: 'GET',
  path: '/freight/hubs/:id',
  tag,
  summary: 'A hub',
  params: byId,
  response: hubSchema,
  versioned: true,
});

export const createHub = endpoint({
  operationId: 'freight.createHub',
  method: 'POST',
  path: '/freight/hubs',
  tag,
  summary: 'Add a hub',
  body: hubInput,
  response: hubSchema,
  status: 201,
});

export const updateHub = endpoint({
  operationId: 'freight.updateHub',
  method: 'PATCH',
  path: '/freight/hubs/:id',
  tag,
  summary: 'Edit or retire a hub; only what is named changes',
  params: byId,
  body: z.strictObject({ ...hubFields, state: freightState }).partial(),
  response: hubSchema,
  versioned: true,
});

export const departureSchema = z.object({
  serviceId: idSchema,
  serviceCode: z.string(),
  mode: transportMode,
  operator: z.string().nullable(),
  to: hubBrief,
  departsAt: instant,
  arrivesAt: instant,
  confidence,
  scheduleConfidence: confidence,
});
export type FreightDeparture = z.infer<typeof departureSchema>;

export const listDepartures = endpoint({
  operationId: 'freight.listDepartures',
  method: 'GET',
  path: '/freight/hubs/:id/departures',
  tag,
  summary: 'What leaves a hub in the days to come, in order; at most 500',
  params: byId,
  query: z.strictObject({
    /** First local day; today unless told. */
    from: calendarDate.optional(),
    days: z.coerce.number().int().min(1).max(14).default(7),
  }),
  response: z.object({
    hub: hubBrief,
    from: instant,
    until: instant,
    items: z.array(departureSchema).max(500),
    /** True where there were more than 500. */
    cut: z.boolean(),
  }),
});

const serviceFilters = {
  mode: oneOrMany(transportMode),
  /** A hub it leaves or reaches. */
  hub: idSchema.optional(),
  from: idSchema.optional(),
  to: idSchema.optional(),
  confidence: confidence.optional(),
  state: freightState.default('active'),
} as const;

export const listServices = endpoint({
  operationId: 'freight.listServices',
  method: 'GET',
  path: '/freight/services',
  tag,
  summary: 'Services between hubs as weekly patterns, by key',
  query: pageQuery.extend(serviceFilters),
  response: pageOf(serviceSchema).extend({ total: z.int() }),
});

export const getService = endpoint({
  operationId: 'freight.getService',
  method: 'GET',
  path: '/freight/services/:id',
  tag,
  summary: 'A service',
  params: byId,
  response: serviceSchema,
  versioned: true,
});

export const createService = endpoint({
  operationId: 'freight.createService',
  method: 'POST',
  path: '/freight/services',
  tag,
  summary: 'Add a service',
  body: serviceInput,
  response: serviceSchema,
  status: 201,
});

export const updateService = endpoint({
  operationId: 'freight.updateService',
  method: 'PATCH',
  path: '/freight/services/:id',
  tag,
  summary:
    'Edit or retire a service; only what is named changes. Its ends stay: another way is another service',
  params: byId,
  body: serviceChange,
  response: serviceSchema,
  versioned: true,
});

export const getNetwork = endpoint({
  operationId: 'freight.getNetwork',
  method: 'GET',
  path: '/freight/network',
  tag,
  summary: 'The network as a map draws it: active hubs, and the ways between them; at most 2,000 of each',
  query: z.strictObject({
    mode: oneOrMany(transportMode),
    confidence: confidence.optional(),
    hub: idSchema.optional(),
  }),
  response: z.object({
    hubs: z
      .array(
        hubBrief.omit({ zone: true }).extend({
          kind: hubKind,
          latitude: z.number(),
          longitude: z.number(),
        }),
      )
      .max(2000),
    ways: z
      .array(
        z.object({ fromHubId: idSchema, toHubId: idSchema, mode: transportMode, weeklyDepartures: z.int() }),
      )
      .max(2000),
    /** Services behind the ways, by mode. */
    counts: z.array(z.object({ mode: transportMode, services: z.int() })),
  }),
});

export const listEmissionFactors = endpoint({
  operationId: 'freight.listEmissionFactors',
  method: 'GET',
  path: '/freight/emission-factors',
  tag,
  summary: 'Greenhouse gases of a tonne-kilometre by mode, well to wheel, with source and edition',
  response: z.object({
    source: z.object({ title: z.string(), edition: z.string(), url: z.string() }),
    items: z
      .array(
        z.object({
          mode: transportMode,
          activity: z.string(),
          refrigerated: z.boolean(),
          maxKm: z.int().nullable(),
          /** Milligrams of CO₂e a tonne-kilometre: burning the fuel, making and bringing it, both. */
          direct: z.int(),
          upstream: z.int(),
          wellToWheel: z.int(),
        }),
      )
      .max(50),
  }),
});

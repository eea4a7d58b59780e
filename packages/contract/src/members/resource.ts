import { z } from 'zod';
import { formed } from '../form.ts';
import { endpoint } from '../endpoint.ts';
import { countryCode, idSchema, localisedText, oneOrMany, pageOf, pageQuery, version } from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { localisedPlainText, plainText } from '../text.ts';
import { capacityUnit, resourceKind, temperatureClass } from './vocabulary.ts';

/** Whom to ask for a resource; behind permission like every contact. */
const resourceContact = z.strictObject({
  person: plainText(100),
  email: z.email().max(200).nullable().default(null),
  phone: formed('phone', /^\+?[0-9][0-9 ()-]{4,28}[0-9]$/)
    .nullable()
    .default(null),
});

const capacity = z.strictObject({ amount: z.int().min(1).max(1_000_000_000), unit: capacityUnit });

export const resourceSchema = z.object({
  id: idSchema,
  organisationId: idSchema,
  kind: resourceKind,
  country: countryCode,
  city: z.string(),
  capacity: capacity.nullable(),
  temperatureClass: temperatureClass.nullable(),
  descriptions: z.record(z.string(), z.string()),
  /** Null where there is none or the reader may not see it. */
  contact: resourceContact.nullable(),
  /** There is a contact, seen or not. */
  hasContact: z.boolean(),
  demo: z.boolean(),
  version,
});
export type MemberResource = z.infer<typeof resourceSchema>;

const resourceFields = {
  kind: resourceKind,
  country: countryCode,
  city: plainText(100),
  capacity: capacity.nullable(),
  temperatureClass: temperatureClass.nullable(),
  descriptions: localisedPlainText(2000, 0),
  contact: resourceContact.nullable(),
};
const tag = 'Resources';
const memberParams = z.strictObject({ id: idSchema });

export const addResource = endpoint({
  operationId: 'members.addResource',
  method: 'POST',
  path: '/members/:id/resources',
  tag,
  summary: 'Offer a warehouse, shop, lawyer, chef, medium or buyer',
  params: memberParams,
  body: z.strictObject({
    ...resourceFields,
    capacity: resourceFields.capacity.default(null),
    temperatureClass: resourceFields.temperatureClass.default(null),
    descriptions: resourceFields.descriptions.default({}),
    contact: resourceFields.contact.default(null),
  }),
  response: resourceSchema,
  status: 201,
});

export const updateResource = endpoint({
  operationId: 'members.updateResource',
  method: 'PATCH',
  path: '/members/:id/resources/:resourceId',
  tag,
  summary: 'Edit an offered resource; only what is named changes',
  params: memberParams.extend({ resourceId: idSchema }),
  body: z.strictObject(resourceFields).partial(),
  response: resourceSchema,
  versioned: true,
});

export const removeResource = endpoint({
  operationId: 'members.removeResource',
  method: 'DELETE',
  path: '/members/:id/resources/:resourceId',
  tag,
  summary: 'No longer offer a resource',
  params: memberParams.extend({ resourceId: idSchema }),
  status: 204,
});

const resourceFilters = {
  q: plainText(200).optional(),
  kind: oneOrMany(resourceKind),
  country: oneOrMany(countryCode),
  city: plainText(100).optional(),
  temperatureClass: oneOrMany(temperatureClass),
} as const;

/** Newest first; by country and town, newest first in each; by the name of who offers. */
export const resourceSorts = ['newest', 'place', 'member'] as const;

export const listResources = endpoint({
  operationId: 'members.listResources',
  method: 'GET',
  path: '/resources',
  tag,
  summary:
    'Resources of admitted members: “chilled, Budapest” answers with capacity and, with permission, contact',
  query: pageQuery.extend({ ...resourceFilters, sort: z.enum(resourceSorts).default('newest') }),
  response: pageOf(resourceSchema.extend({ organisationNames: localisedText(200) })).extend({
    total: z.int(),
  }),
});

export const [exportResourcesCsv, exportResourcesXlsx] = sheetEndpoints({
  operation: 'members.exportResources',
  path: '/resources/export',
  tag,
  summary: 'Resources as a sheet, without contacts; at most 20,000',
  query: z.strictObject(resourceFilters),
});

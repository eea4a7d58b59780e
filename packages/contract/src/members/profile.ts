import { z } from 'zod';
import { formed } from '../form.ts';
import { endpoint } from '../endpoint.ts';
import {
  countryCode,
  idSchema,
  instant,
  languageTag,
  localisedText,
  oneOrMany,
  pageOf,
  pageQuery,
  version,
} from '../scalars.ts';
import { sheetEndpoints } from '../sheets.ts';
import { creditCode } from './credit-code.ts';
import { aliasSchema } from './alias.ts';
import { resourceSchema } from './resource.ts';
import { localisedPlainText, plainText } from '../text.ts';
import {
  continent,
  memberKind,
  memberTag,
  organisationState,
  resourceKind,
  temperatureClass,
} from './vocabulary.ts';

const tag = 'Members';

/** Somebody to write to or call. Shown to admitted members, never to visitors or observers. */
export const contactSchema = z.strictObject({
  person: plainText(100),
  email: z.email().max(200),
  phone: formed('phone', /^\+?[0-9][0-9 ()-]{4,28}[0-9]$/)
    .nullable()
    .default(null),
});

/** A county of China by its GB/T 2260 code, or a city by its name. */
export const placeSchema = z.strictObject({
  code: formed('division', /^[1-9]\d{5}$/)
    .nullable()
    .default(null),
  city: plainText(100).nullable().default(null),
});

/** What an organisation says of itself. */
export const profileFields = {
  creditCode: creditCode.nullable().default(null),
  /** Number in the register of a country that has no credit code. */
  registrationNumber: plainText(50).nullable().default(null),
  country: countryCode,
  place: placeSchema.default({ code: null, city: null }),
  names: localisedPlainText(200),
  descriptions: localisedPlainText(4000, 0).default({}),
  website: z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain })
    .max(300)
    .nullable()
    .default(null),
  foundedYear: z.int().min(1000).max(2100).nullable().default(null),
  employees: z.int().min(0).max(10_000_000).nullable().default(null),
  exportLicence: plainText(50).nullable().default(null),
  languages: z.array(languageTag).max(20).default([]),
  tags: z.array(memberTag).max(12).default([]),
  /** Countries an association, a council, a merchant or a provider works for. */
  region: z.array(countryCode).max(60).default([]),
} as const;

/** The little a list, a map or another page shows of an organisation. */
export const organisationCard = z.object({
  id: idSchema,
  kind: memberKind,
  names: localisedText(200),
  country: countryCode,
  continent,
  place: z.object({ code: z.string().nullable(), city: z.string().nullable() }),
  tags: z.array(memberTag),
  languages: z.array(z.string()),
  resourceKinds: z.array(resourceKind),
  logoFileId: idSchema.nullable(),
  demo: z.boolean(),
  admittedAt: instant.nullable(),
});
export type OrganisationCard = z.infer<typeof organisationCard>;

/** An organisation's page. */
export const memberProfile = organisationCard.extend({
  creditCode: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  descriptions: z.record(z.string(), z.string()),
  website: z.string().nullable(),
  foundedYear: z.int().nullable(),
  employees: z.int().nullable(),
  exportLicence: z.string().nullable(),
  region: z.array(z.string()),
  aliases: z.array(aliasSchema),
  resources: z.array(resourceSchema),
  /** The association that vouches for it, and, of an association, how many it vouches for. */
  associations: z.array(organisationCard),
  affiliateCount: z.int(),
  /** Null where the reader may not see it. */
  contact: contactSchema.nullable(),
  updatedAt: instant,
  version,
});
export type MemberProfile = z.infer<typeof memberProfile>;

/** An organisation as its own people and the secretariat see it. */
export const ownOrganisation = memberProfile.extend({ state: organisationState });
export type OwnOrganisation = z.infer<typeof ownOrganisation>;

const facet = z.array(z.object({ value: z.string(), count: z.int() }));
export const memberParams = z.strictObject({ id: idSchema });

/** Filters of the directory; values of one filter are alternatives, filters narrow one another. */
const memberFilters = {
  /** Any words in any language, pinyin or initials, a credit code. */
  q: plainText(200).optional(),
  kind: oneOrMany(memberKind),
  continent: oneOrMany(continent),
  country: oneOrMany(countryCode),
  /** GB/T county code, or its first two or four digits for a province or a city. */
  place: oneOrMany(formed('division', /^([1-9]\d|[1-9]\d{3}|[1-9]\d{5})$/)),
  /** A language it speaks. */
  language: oneOrMany(languageTag),
  tag: oneOrMany(memberTag),
  resource: oneOrMany(resourceKind),
  /** Those an association vouches for. */
  association: idSchema.optional(),
} as const;

export const listMembers = endpoint({
  operationId: 'members.listMembers',
  method: 'GET',
  path: '/members',
  tag,
  summary: 'Admitted members, with filters and counts',
  query: pageQuery.extend({
    ...memberFilters,
    sort: z.enum(['newest', 'name']).default('newest'),
  }),
  response: pageOf(organisationCard).extend({
    total: z.int(),
    /** On the first page only (no cursor): how many of what was found are of each value, most first. */
    facets: z
      .object({
        kind: facet,
        continent: facet,
        country: facet,
        place: facet,
        language: facet,
        tag: facet,
        resource: facet,
      })
      .nullable(),
  }),
});

export const [exportMembersCsv, exportMembersXlsx] = sheetEndpoints({
  operation: 'members.exportMembers',
  path: '/members/export',
  tag,
  summary: 'The directory as a sheet, without contacts; at most 20,000 members',
  query: z.strictObject(memberFilters),
});

export const getMember = endpoint({
  operationId: 'members.getMember',
  method: 'GET',
  path: '/members/:id',
  tag,
  summary: 'One admitted member',
  params: memberParams,
  response: memberProfile,
  versioned: true,
});

export const getMyOrganisation = endpoint({
  operationId: 'members.getMyOrganisation',
  method: 'GET',
  path: '/my/organisation',
  tag,
  summary: 'The organisation the caller acts for, whatever its state',
  response: ownOrganisation,
  versioned: true,
});

export const updateOrganisation = endpoint({
  operationId: 'members.updateOrganisation',
  method: 'PATCH',
  path: '/members/:id',
  tag,
  summary: 'Edit a profile; only what is named changes',
  params: memberParams,
  body: z
    .strictObject({
      country: profileFields.country,
      place: placeSchema,
      names: profileFields.names,
      descriptions: profileFields.descriptions.unwrap(),
      registrationNumber: profileFields.registrationNumber.unwrap(),
      website: profileFields.website.unwrap(),
      foundedYear: profileFields.foundedYear.unwrap(),
      employees: profileFields.employees.unwrap(),
      exportLicence: profileFields.exportLicence.unwrap(),
      languages: profileFields.languages.unwrap(),
      tags: profileFields.tags.unwrap(),
      region: profileFields.region.unwrap(),
      contact: contactSchema,
    })
    .partial(),
  response: ownOrganisation,
  versioned: true,
});

export const uploadLogo = endpoint({
  operationId: 'members.uploadLogo',
  method: 'POST',
  path: '/members/:id/logo',
  tag,
  summary: 'Set the logo (JPEG, PNG, WebP or AVIF, at most 5 MB)',
  params: memberParams,
  upload: { maxBytes: 5_000_000 },
  response: ownOrganisation,
});

export const addAffiliate = endpoint({
  operationId: 'members.addAffiliate',
  method: 'PUT',
  path: '/members/:id/affiliates/:memberId',
  tag,
  summary: 'An association names an admitted member as one of its own',
  params: memberParams.extend({ memberId: idSchema }),
  status: 204,
});

export const removeAffiliate = endpoint({
  operationId: 'members.removeAffiliate',
  method: 'DELETE',
  path: '/members/:id/affiliates/:memberId',
  tag,
  summary: 'An association no longer names a member as its own',
  params: memberParams.extend({ memberId: idSchema }),
  status: 204,
});

export const getAllianceTotals = endpoint({
  operationId: 'members.getAllianceTotals',
  method: 'GET',
  path: '/alliance/totals',
  tag,
  summary: 'The alliance in numbers, from live rows',
  response: z.object({
    enterprises: z.object({ count: z.int(), target: z.int() }),
    members: z.int(),
    countries: z.int(),
    byKind: z.array(z.object({ kind: memberKind, count: z.int() })),
    byContinent: z.array(z.object({ continent, count: z.int(), associations: z.int() })),
    byCountry: z.array(z.object({ country: countryCode, continent, count: z.int() })),
    resources: z.array(z.object({ kind: resourceKind, count: z.int() })),
    temperatureClasses: z.array(z.object({ temperatureClass, count: z.int() })),
    continentsWithoutMember: z.array(continent),
    continentsWithoutAssociation: z.array(continent),
  }),
});

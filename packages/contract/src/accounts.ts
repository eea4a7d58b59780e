import { z } from 'zod';
import { formed } from './form.ts';
import { endpoint } from './endpoint.ts';
import { idSchema, instant, pageOf, pageQuery } from './scalars.ts';
import { sheetEndpoints } from './sheets.ts';
import { plainText, searchText } from './text.ts';
import { mailStates, mailSorts } from './words.ts';

const tag = 'Accounts';

export const getMe = endpoint({
  operationId: 'accounts.getMe',
  method: 'GET',
  path: '/me',
  tag,
  summary: 'Who is asking, in which role and for which organisation',
  response: z.object({
    user: z.object({ id: z.string(), name: z.string() }).nullable(),
    role: z.string(),
    organisationId: idSchema.nullable(),
    organisationRole: z.enum(['owner', 'admin', 'member']).nullable(),
    /** Operations an API key is limited to; null for a person's session. */
    scopes: z.array(z.string()).nullable(),
    language: z.string(),
  }),
});

/** An organisation that the person belongs to. */
const ownOrganisationChoice = z.object({
  id: idSchema,
  names: z.record(z.string(), z.string()),
  /** The person's part in it. */
  role: z.enum(['owner', 'admin', 'member']),
  /** The one they act for now. */
  acting: z.boolean(),
});
export type OrganisationChoice = z.infer<typeof ownOrganisationChoice>;

export const listMyOrganisations = endpoint({
  operationId: 'accounts.listMyOrganisations',
  method: 'GET',
  path: '/my/organisations',
  tag,
  summary: 'The organisations one belongs to, in the order one joined them',
  query: pageQuery,
  response: pageOf(ownOrganisationChoice),
});

export const chooseOrganisation = endpoint({
  operationId: 'accounts.chooseOrganisation',
  method: 'PUT',
  path: '/my/organisations/:id/choice',
  tag,
  summary: 'Act for this one of one’s organisations from now on, in this session',
  params: z.strictObject({ id: idSchema }),
  status: 204,
});

/** An operation (`catalogue.listProducts`) or a module (`catalogue.*`). */
export const scope = formed('scope', /^[a-z]{1,30}\.([A-Za-z]{1,60}|\*)$/);

const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** Its first letters, to know it by. */
  start: z.string(),
  scopes: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});

export const listApiKeys = endpoint({
  operationId: 'accounts.listApiKeys',
  method: 'GET',
  path: '/api-keys',
  tag,
  summary: 'The own API keys',
  response: z.object({ items: z.array(apiKey).max(100) }),
});

export const createApiKey = endpoint({
  operationId: 'accounts.createApiKey',
  method: 'POST',
  path: '/api-keys',
  tag,
  summary: 'Make an API key; the key itself is shown this once',
  body: z.strictObject({
    name: plainText(60),
    scopes: z.array(scope).min(1).max(50),
    expiresInDays: z.int().min(1).max(365).nullable().default(90),
  }),
  response: z.object({ id: z.string(), key: z.string() }),
  status: 201,
  secretAnswer: true,
});

export const revokeApiKey = endpoint({
  operationId: 'accounts.revokeApiKey',
  method: 'DELETE',
  path: '/api-keys/:id',
  tag,
  summary: 'Revoke an API key at once',
  params: z.strictObject({ id: plainText(60) }),
  status: 204,
});

export const personRoles = ['owner', 'admin', 'member'] as const;
const personRole = z.enum(personRoles);
const personParams = z.strictObject({ id: plainText(60) });

/** A person's part in an organisation; `id` is the part's. */
const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: personRole,
  since: instant,
  /** The one who asks. */
  you: z.boolean(),
});
export type OrganisationPerson = z.infer<typeof person>;

export const listPeople = endpoint({
  operationId: 'accounts.listPeople',
  method: 'GET',
  path: '/my/people',
  tag,
  summary: 'Who works for the own organisation here, and who has been invited',
  response: z.object({
    items: z.array(person).max(500),
    /** Not yet answered; those run out too. */
    invitations: z
      .array(
        z.object({
          id: z.string(),
          email: z.string(),
          role: personRole,
          expiresAt: instant,
          expired: z.boolean(),
        }),
      )
      .max(200),
    /** Whether the one who asks may invite, change and remove others. */
    manages: z.boolean(),
  }),
});

export const changePersonRole = endpoint({
  operationId: 'accounts.changePersonRole',
  method: 'PATCH',
  path: '/my/people/:id',
  tag,
  summary: 'Give a person of the own organisation another part; one owner always remains',
  params: personParams,
  body: z.strictObject({ role: personRole }),
  response: person,
});

export const removePerson = endpoint({
  operationId: 'accounts.removePerson',
  method: 'DELETE',
  path: '/my/people/:id',
  tag,
  summary: 'Take a person out of the own organisation, or leave it oneself; one owner always remains',
  params: personParams,
  status: 204,
});

export const invitationStates = ['open', 'expired', 'accepted', 'declined', 'withdrawn'] as const;
export type InvitationState = (typeof invitationStates)[number];

export const getInvitation = endpoint({
  operationId: 'accounts.getInvitation',
  method: 'GET',
  path: '/invitations/:id',
  tag,
  summary: 'What became of an invitation; who invites to what is told to the one invited alone',
  params: personParams,
  response: z.object({
    state: z.enum(invitationStates),
    /** Whether it was mailed to the address of the one who asks; null for a visitor. */
    yours: z.boolean().nullable(),
    /** Told to whom it was mailed, once the address is shown to be theirs. */
    details: z
      .object({
        organisation: z.string(),
        inviterEmail: z.string(),
        role: personRole,
        expiresAt: instant,
      })
      .nullable(),
  }),
});

const mailQuery = {
  /** In the address or the subject. */
  q: searchText.optional(),
  state: z.enum(mailStates).optional(),
  sort: z.enum(mailSorts).default('newest'),
} as const;

export const listMails = endpoint({
  operationId: 'accounts.listMails',
  method: 'GET',
  path: '/mails',
  tag,
  summary:
    'Mails the platform wrote: readable by everybody while developing without a mail server, else by the secretariat',
  query: pageQuery.extend(mailQuery),
  response: pageOf(
    z.object({
      id: idSchema,
      recipient: z.string(),
      subject: z.string(),
      body: z.string(),
      state: z.enum(mailStates),
      error: z.string().nullable(),
      createdAt: instant,
    }),
  ).extend({ total: z.int() }),
});

export const [exportMailsCsv, exportMailsXlsx] = sheetEndpoints({
  operation: 'accounts.exportMails',
  path: '/mails/export',
  tag,
  summary:
    'To whom mails went and what became of them, as a sheet; without their text, which may sign people in',
  query: z.strictObject(mailQuery),
});

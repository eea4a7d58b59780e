import { z } from 'zod';
import { formed } from './form.ts';
import { endpoint } from './endpoint.ts';
import { idSchema, instant, pageOf, pageQuery } from './scalars.ts';
import { plainText } from './text.ts';

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

export const listMails = endpoint({
  operationId: 'accounts.listMails',
  method: 'GET',
  path: '/mails',
  tag,
  summary:
    'Mails the platform wrote, newest first: readable by everybody while developing without a mail server, else by the secretariat',
  query: pageQuery,
  response: pageOf(
    z.object({
      id: idSchema,
      recipient: z.string(),
      subject: z.string(),
      body: z.string(),
      state: z.enum(['waiting', 'sent', 'failed', 'kept']),
      error: z.string().nullable(),
      createdAt: instant,
    }),
  ),
});

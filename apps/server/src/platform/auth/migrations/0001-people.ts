import { sql, type Kysely } from 'kysely';

/**
 * People, sessions, passkeys, TOTP, organisations' people and API keys, as better-auth 1.7 wants its
 * tables; a test asks the library whether anything is missing. Column names are the library's.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table "auth_user" (
      "id" text not null primary key,
      "name" text not null,
      "email" text not null unique,
      "emailVerified" boolean not null,
      "image" text,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
      "updatedAt" timestamptz default CURRENT_TIMESTAMP not null,
      "twoFactorEnabled" boolean
    );
    create table "auth_session" (
      "id" text not null primary key,
      "expiresAt" timestamptz not null,
      "token" text not null unique,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
      "updatedAt" timestamptz not null,
      "ipAddress" text,
      "userAgent" text,
      "userId" text not null references "auth_user" ("id") on delete cascade,
      "activeOrganizationId" text
    );
    create table "auth_account" (
      "id" text not null primary key,
      "accountId" text not null,
      "providerId" text not null,
      "userId" text not null references "auth_user" ("id") on delete cascade,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      "scope" text,
      "password" text,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
      "updatedAt" timestamptz not null
    );
    create table "auth_verification" (
      "id" text not null primary key,
      "identifier" text not null,
      "value" text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
      "updatedAt" timestamptz default CURRENT_TIMESTAMP not null
    );
    create table "auth_organisation" (
      "id" text not null primary key,
      "name" text not null,
      "slug" text not null unique,
      "logo" text,
      "createdAt" timestamptz not null,
      "metadata" text
    );
    create table "auth_membership" (
      "id" text not null primary key,
      "organizationId" text not null references "auth_organisation" ("id") on delete cascade,
      "userId" text not null references "auth_user" ("id") on delete cascade,
      "role" text not null,
      "createdAt" timestamptz not null
    );
    create table "auth_invitation" (
      "id" text not null primary key,
      "organizationId" text not null references "auth_organisation" ("id") on delete cascade,
      "email" text not null,
      "role" text,
      "status" text not null,
      "expiresAt" timestamptz not null,
      "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
      "inviterId" text not null references "auth_user" ("id") on delete cascade
    );
    create table "auth_two_factor" (
      "id" text not null primary key,
      "secret" text not null,
      "backupCodes" text not null,
      "userId" text not null references "auth_user" ("id") on delete cascade,
      "verified" boolean,
      "failedVerificationCount" integer,
      "lockedUntil" timestamptz
    );
    create table "auth_passkey" (
      "id" text not null primary key,
      "name" text,
      "publicKey" text not null,
      "userId" text not null references "auth_user" ("id") on delete cascade,
      "credentialID" text not null,
      "counter" integer not null,
      "deviceType" text not null,
      "backedUp" boolean not null,
      "transports" text,
      "createdAt" timestamptz,
      "aaguid" text
    );
    create table "auth_api_key" (
      "id" text not null primary key,
      "configId" text not null,
      "name" text,
      "start" text,
      "referenceId" text not null,
      "prefix" text,
      "key" text not null,
      "refillInterval" integer,
      "refillAmount" integer,
      "lastRefillAt" timestamptz,
      "enabled" boolean,
      "rateLimitEnabled" boolean,
      "rateLimitTimeWindow" integer,
      "rateLimitMax" integer,
      "requestCount" integer,
      "remaining" integer,
      "lastRequest" timestamptz,
      "expiresAt" timestamptz,
      "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null,
      "permissions" text,
      "metadata" text
    );
    create table "auth_rate_limit" (
      "id" text not null primary key,
      "key" text not null unique,
      "count" integer not null,
      "lastRequest" bigint not null
    );
    create index "auth_session_userId_idx" on "auth_session" ("userId");
    create index "auth_account_userId_idx" on "auth_account" ("userId");
    create index "auth_verification_identifier_idx" on "auth_verification" ("identifier");
    create index "auth_membership_organizationId_idx" on "auth_membership" ("organizationId");
    create index "auth_membership_userId_idx" on "auth_membership" ("userId");
    create index "auth_invitation_organizationId_idx" on "auth_invitation" ("organizationId");
    create index "auth_invitation_email_idx" on "auth_invitation" ("email");
    create index "auth_two_factor_secret_idx" on "auth_two_factor" ("secret");
    create index "auth_two_factor_userId_idx" on "auth_two_factor" ("userId");
    create index "auth_passkey_userId_idx" on "auth_passkey" ("userId");
    create index "auth_passkey_credentialID_idx" on "auth_passkey" ("credentialID");
    create index "auth_api_key_configId_idx" on "auth_api_key" ("configId");
    create index "auth_api_key_referenceId_idx" on "auth_api_key" ("referenceId");
    create index "auth_api_key_key_idx" on "auth_api_key" ("key");
    create unique index auth_membership_once on auth_membership ("organizationId", "userId");
  `.execute(db);
}

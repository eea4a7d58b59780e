import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

export type PersonRole = 'owner' | 'admin' | 'member';

/** A person's part in an organisation; `id` is the part's, not the person's. */
export interface Person {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: PersonRole;
  since: Date;
}

/** An invitation by mail, whatever became of it. */
export interface Invitation {
  id: string;
  email: string;
  role: PersonRole;
  status: 'pending' | 'accepted' | 'rejected' | 'canceled';
  expiresAt: Date;
  organisation: string;
  inviterEmail: string;
}

const person = sql`m.id, m."userId", u.name, u.email, m.role, m."createdAt" as since
  from auth_membership m join auth_user u on u.id = m."userId"`;

/** One of a person's organisations and their part in it; `id` is the part's. */
export interface Membership {
  id: string;
  organisationId: string;
  role: PersonRole;
}

/** A person's organisations in the order they joined them, after the part `after`. */
export async function findMemberships(
  trx: Db,
  userId: string,
  after: string | undefined,
  limit: number,
): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select id, "organizationId" as "organisationId", role from auth_membership
    where "userId" = ${userId} and id > ${after ?? ''} order by id limit ${limit}`.execute(trx);
  return rows;
}

/** Everybody of an organisation in the order they came, at most 500; the library lets in 200. */
export async function findPeople(trx: Db, organisationId: string): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select ${person} where m."organizationId" = ${organisationId} order by m."createdAt", m.id limit 500`.execute(
    trx,
  );
  return rows;
}

/** The same, with nobody else coming, going or changing their part until the transaction ends. */
export async function lockPeople(trx: Db, organisationId: string): Promise<Person[]> {
  await sql`select 1 from auth_organisation where id = ${organisationId} for no key update`.execute(trx);
  return findPeople(trx, organisationId);
}

export async function savePersonRole(trx: Db, id: string, role: PersonRole): Promise<void> {
  await sql`update auth_membership set role = ${role} where id = ${id}`.execute(trx);
}

export async function deletePerson(trx: Db, id: string): Promise<void> {
  await sql`delete from auth_membership where id = ${id}`.execute(trx);
}

const invitation = sql`i.id, i.email, i.role, i.status, i."expiresAt", o.name as organisation, u.email as "inviterEmail"
  from auth_invitation i join auth_organisation o on o.id = i."organizationId" join auth_user u on u.id = i."inviterId"`;

/** What an organisation has asked and got no answer to, those run out too, newest first, at most 200. */
export async function findOpenInvitations(trx: Db, organisationId: string): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${invitation} where i."organizationId" = ${organisationId} and i.status = 'pending'
    order by i."createdAt" desc, i.id desc limit 200`.execute(trx);
  return rows;
}

/** @returns undefined when there never was one */
export async function findInvitation(trx: Db, id: string): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`select ${invitation} where i.id = ${id}`.execute(trx);
  return rows[0];
}

/** The address a person signs in with, and whether they have shown that it is theirs. */
export async function findAddress(
  trx: Db,
  userId: string,
): Promise<{ email: string; verified: boolean } | undefined> {
  const { rows } = await sql<{ email: string; verified: boolean }>`
    select email, "emailVerified" as verified from auth_user where id = ${userId}`.execute(trx);
  return rows[0];
}

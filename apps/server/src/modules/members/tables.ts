import type {
  Continent,
  MemberKind,
  OrganisationAlias,
  OrganisationState,
  ResourceKind,
  TemperatureClass,
} from '@jiechuan/contract';
import type { Generated, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json, Timestamp } from '../../platform/db/tables.ts';

export type Texts = Record<string, string>;

/** Whom to write to; never shown to visitors or observers. */
export interface Contact {
  person: string;
  email: string;
  phone: string | null;
}
export interface ResourceContact {
  person: string;
  email: string | null;
  phone: string | null;
}

export interface OrganisationTable {
  id: string;
  kind: MemberKind;
  state: OrganisationState;
  credit_code: string | null;
  registration_number: string | null;
  country: string;
  continent: Continent;
  place_code: string | null;
  city: string | null;
  names: Json<Texts>;
  descriptions: Json<Texts>;
  website: string | null;
  founded_year: number | null;
  employees: number | null;
  export_licence: string | null;
  languages: string[];
  tags: string[];
  region: string[];
  contact: Json<Contact>;
  logo_file_id: string | null;
  resource_kinds: Generated<ResourceKind[]>;
  sort_key: string;
  search: string;
  search_text: string;
  admitted_at: Date | null;
  demo: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface OrganisationAliasTable {
  organisation_id: string;
  id: string;
  text: string;
  normalised: string;
  about: OrganisationAlias['about'];
  kind: OrganisationAlias['kind'];
  language: string | null;
  source: string | null;
  quote: string | null;
  created_at: Timestamp;
}

export interface ResourceTable {
  organisation_id: string;
  id: string;
  kind: ResourceKind;
  country: string;
  city: string;
  capacity_amount: number | null;
  capacity_unit: string | null;
  temperature_class: TemperatureClass | null;
  descriptions: Json<Texts>;
  contact: Json<ResourceContact> | null;
  search: string;
  search_text: string;
  demo: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface MembershipApplicationTable {
  id: string;
  organisation_id: string;
  state: Generated<'open' | 'admitted' | 'refused'>;
  answers: Json<Texts>;
  language: string;
  submitted_by: string | null;
  submitted_at: Timestamp;
  reason: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: Date | null;
}

export interface ApplicationEvidenceTable {
  application_id: string;
  position: number;
  file_id: string;
  /** Of the question that it was handed in for; null where it came with the application. */
  question_id: string | null;
}

export interface ApplicationQuestionTable {
  application_id: string;
  id: string;
  text: string;
  asked_by: string | null;
  asked_by_name: string | null;
  asked_at: Timestamp;
  answer: Generated<string | null>;
  answered_by: Generated<string | null>;
  answered_by_name: Generated<string | null>;
  answered_at: Generated<Date | null>;
}

export interface OrganisationMoveTable {
  organisation_id: string;
  id: string;
  from_state: OrganisationState | null;
  to_state: OrganisationState;
  reason: string;
  person_id: string | null;
  person_name: string | null;
  at: Timestamp;
}

export interface AffiliationTable {
  association_id: string;
  member_id: string;
  since: Timestamp;
}

export interface CharterVersionTable {
  number: number;
  adopted_on: string;
  texts: Json<Texts>;
  published_by: string | null;
  published_at: Timestamp;
  demo: Generated<boolean>;
}

export interface FoundingSignatoryTable {
  id: string;
  names: Json<Texts>;
  organisation_id: string | null;
  signed_on: string;
  charter_number: number;
  demo: Generated<boolean>;
}

export type MembersTables = {
  organisation: OrganisationTable;
  organisation_alias: OrganisationAliasTable;
  resource: ResourceTable;
  membership_application: MembershipApplicationTable;
  application_evidence: ApplicationEvidenceTable;
  application_question: ApplicationQuestionTable;
  organisation_move: OrganisationMoveTable;
  affiliation: AffiliationTable;
  charter_version: CharterVersionTable;
  founding_signatory: FoundingSignatoryTable;
};

export type OrganisationRow = Selectable<OrganisationTable>;
export type AliasRow = Selectable<OrganisationAliasTable>;
export type ResourceRow = Selectable<ResourceTable>;
export type ApplicationRow = Selectable<MembershipApplicationTable>;
export type QuestionRow = Selectable<ApplicationQuestionTable>;

/** The same connection or transaction, seeing this module's tables. */
export const members = (trx: Db) => trx.withTables<MembersTables>();

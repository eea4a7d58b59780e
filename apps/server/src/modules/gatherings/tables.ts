import type {
  gatheringKinds,
  gatheringStates,
  Interpreters,
  Matchmaking,
  meetingComes,
  OmittedMeeting,
  ProgrammeItem,
  registrationStates,
  Stability,
  wishKinds,
} from '@jiechuan/contract';
import type { Booking, Instance, Remedy, Shortage, Solution } from '@jiechuan/meetings';
import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { Json } from '../../platform/db/tables.ts';

type Instant = ColumnType<Date, Date, Date>;
type MaybeInstant = ColumnType<Date | null, Date | null, Date | null>;
type Texts = Record<string, string>;

interface GatheringTable {
  id: string;
  organisation_id: string | null;
  kind: (typeof gatheringKinds)[number];
  names: Json<Texts>;
  about: Json<Texts>;
  place: Json<Texts>;
  city: string;
  country: string;
  zone: string;
  starts_at: Instant;
  ends_at: Instant;
  capacity: number;
  languages: string[];
  state: (typeof gatheringStates)[number];
  programme: Json<ProgrammeItem[]>;
  matchmaking: ColumnType<Matchmaking | null, string | null, string | null>;
  interpreters: JSONColumnType<Interpreters, string | undefined, string>;
  demo: Generated<boolean>;
  version: Generated<number>;
}

interface RegistrationTable {
  id: string;
  gathering_id: string;
  organisation_id: string;
  user_id: string;
  person: string;
  note: string | null;
  languages: Generated<string[]>;
  state: (typeof registrationStates)[number];
  asked_at: Instant;
  code: string;
  rating: number | null;
  feedback: string | null;
  calendar_hash: Buffer | null;
  calendar_language: string | null;
  version: Generated<number>;
}

interface CheckInTable {
  registration_id: string;
  gathering_id: string;
  scan_id: string;
  scanned_at: Instant;
  received_at: Instant;
}

interface WishTable {
  id: string;
  gathering_id: string;
  from_id: string;
  to_id: string;
  kind: (typeof wishKinds)[number];
  why: string | null;
  answer: 'accepted' | 'refused' | null;
}

/** Two who want to meet and whom a search left out: the lesser id first. */
export interface Omission {
  a_id: string;
  b_id: string;
  /** Null where it was left out before this was kept. */
  why: OmittedMeeting['why'];
  full: { who: string; wanted: number; slots: number } | null;
}

export interface ScheduleRemedy extends Remedy {
  /** Interpreters that are too few for sure; not there where it was found before they were heeded. */
  shortages?: Shortage[];
}

interface ScheduleTable {
  gathering_id: string;
  state: 'none' | 'solving' | 'solved';
  run: string | null;
  participants: string[];
  instance: ColumnType<Instance | null, string | null, string | null>;
  left_out: number;
  asked_at: MaybeInstant;
  outcome: Solution['status'] | null;
  bookings: Json<Booking[]>;
  breaks: number | null;
  lower_bound: number | null;
  seconds: number;
  omitted: Json<Omission[]>;
  without: Json<Pick<Omission, 'a_id' | 'b_id'>[]>;
  stability: ColumnType<Stability | null, string | null, string | null>;
  remedy: ColumnType<ScheduleRemedy | null, string | null, string | null>;
  published: number;
  published_at: MaybeInstant;
  wanted_told_on: string | null;
  version: number;
}

interface UnavailableTable {
  gathering_id: string;
  organisation_id: string;
  slots: number[];
  absent: Generated<boolean>;
}

interface PinTable {
  gathering_id: string;
  a_id: string;
  b_id: string;
  slot: number;
}

interface WantedToldTable {
  gathering_id: string;
  a_id: string;
  b_id: string;
  must: boolean;
}

interface MeetingTable {
  id: string;
  gathering_id: string;
  a_id: string;
  b_id: string;
  slot: number;
  table_number: number;
  starts_at: Instant;
  ends_at: Instant;
  state: 'planned' | 'cancelled';
  sequence: number;
}

interface OutcomeTable {
  meeting_id: string;
  organisation_id: string;
  gathering_id: string;
  came: (typeof meetingComes)[number];
  text: string;
  note: string | null;
  next_what: string | null;
  next_who: string | null;
  next_due: string | null;
  deal_id: string | null;
  told_by: string | null;
  told_at: Instant;
}

type GatheringsTables = {
  gathering: GatheringTable;
  gathering_registration: RegistrationTable;
  gathering_check_in: CheckInTable;
  gathering_wish: WishTable;
  gathering_unavailable: UnavailableTable;
  gathering_pin: PinTable;
  gathering_wanted_told: WantedToldTable;
  gathering_schedule: ScheduleTable;
  gathering_meeting: MeetingTable;
  gathering_outcome: OutcomeTable;
};
export type GatheringRow = Selectable<GatheringTable>;
export type RegistrationRow = Selectable<RegistrationTable>;
export type WishRow = Selectable<WishTable>;
export type ScheduleRow = Selectable<ScheduleTable>;
export type MeetingRow = Selectable<MeetingTable>;
export type OutcomeRow = Selectable<OutcomeTable>;

export const gatherings = (db: Db) => db.withTables<GatheringsTables>();

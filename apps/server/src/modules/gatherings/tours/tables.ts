import type {
  TourInput,
  TourInterpreter,
  TourPlan,
  TourStopInput,
  tourStates,
  visitAnswers,
  VisaNote,
} from '@jiechuan/contract';
import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { Json, Timestamp } from '../../../platform/db/tables.ts';

/** A plan as it is kept: what samples need is reckoned when it is read. */
export type KeptPlan = Omit<TourPlan, 'samples'>;

interface TourTable {
  id: string;
  organisation_id: string;
  title: string;
  guests: Json<TourInput['guests']>;
  first_day: string;
  last_day: string;
  start_city: TourInput['startCity'];
  end_city: TourInput['endCity'];
  limits: Json<TourInput['limits']>;
  funding: TourInput['funding'];
  inviter: string;
  interpreter: JSONColumnType<TourInterpreter | null, string | null | undefined, string | null>;
  state: (typeof tourStates)[number];
  plan: JSONColumnType<KeptPlan | null, string | null | undefined, string | null>;
  version: Generated<number>;
}

interface TourStopTable {
  id: string;
  tour_id: string;
  organisation_id: string | null;
  name: string | null;
  city: TourStopInput['city'];
  minutes: number;
  hours: Json<TourStopInput['hours']>;
  capacity: number | null;
  must: boolean;
  wish: number;
  languages: string[];
  samples: TourStopInput['samples'];
  answer: Generated<(typeof visitAnswers)[number]>;
  note: string | null;
  outcome: string | null;
  outcome_by: string | null;
  outcome_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  deal_id: string | null;
}

export type TourRow = Selectable<TourTable>;
export type StopRow = Selectable<TourStopTable>;

/** A visa note without its review. */
export type KeptVisa = Omit<VisaNote, 'review'>;

interface VisaNoteTable {
  country: string;
  note: Json<KeptVisa>;
  corrected: boolean;
  reviewed_by: Generated<string | null>;
  reviewed_by_name: Generated<string | null>;
  reviewed_at: Generated<Date | null>;
  version: Generated<number>;
  updated_at: Timestamp;
}
export type VisaNoteRow = Selectable<VisaNoteTable>;

export const tours = (db: Db) =>
  db.withTables<{ tour: TourTable; tour_stop: TourStopTable; visa_note: VisaNoteTable }>();

import type { ProductFacts } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Texts } from './tables.ts';

/** Whom to write to in an organisation, and in which language. */
export interface Addressee {
  organisationId: string;
  names: Texts;
  person: string;
  email: string;
  language: string;
}

/** What markets need of their neighbours and of those above them, handed over in app.ts. */
export interface MarketsWiring {
  /** Names of organisations by id, whatever their state. */
  organisationNames(trx: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Texts>>;
  /** ISO 3166-1 alpha-2 of an organisation that is admitted; null for any other. */
  countryOf(trx: Db, organisationId: string): Promise<string | null>;
  /** Admitted members of a country that may be asked, at most `limit`. */
  membersIn(trx: Db, country: string, limit: number): Promise<Addressee[]>;
  /** Whom to write to in one organisation; undefined where it isn't admitted. */
  addresseeOf(trx: Db, organisationId: string): Promise<Addressee | undefined>;
  /** What rules are asked about a product, as far as the reader may see it. @throws Problem platform.notFound */
  productFacts(
    trx: Db,
    actor: Actor,
    input: { id: string; market: string },
  ): Promise<{ names: Texts; facts: ProductFacts }>;
}

import type { listMembers as listed, QueryOf, ResponseOf, searchAll } from '@jiechuan/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import { LiveCache } from '../../platform/db/live-cache.ts';
import { listMembers } from './list-members.ts';
import { anyMembers, bestMembers } from './member-list.sql.ts';
import { broadly, wordsOf, type BroadOffer } from './offers.ts';
import { presentCard, presentResource } from './present.ts';
import { anyResources, newestResources, offersFound } from './resource.sql.ts';
import { searchQuery } from './search-text.ts';
import { putRight } from './spelling.sql.ts';

type Answer = ResponseOf<typeof searchAll>;

/** What is asked of the directory again and again, kept in memory until a member or what one offers changes. */
export interface MemberSearch {
  /** The directory; of its pages the first ones are kept. */
  page(db: Db, query: QueryOf<typeof listed>): Promise<ResponseOf<typeof listed>>;
  /** The best admitted members, and how many are found. @param limit 1–100 */
  members(db: Db, q: string, limit: number): Promise<Answer['members']>;
  /** The newest that admitted members offer, contacts only where the reader may see them. @param limit 1–100 */
  resources(db: Db, actor: Actor, q: string, limit: number): Promise<Answer['resources']>;
  /** What is offered where, as typed, worded in a language: what most members offer first. @param limit 1–100 */
  offers(db: Db, q: string, limit: number, language: string): Promise<(BroadOffer & { text: string })[]>;
  /** To be called once a transaction that changed members has committed. */
  changed(): void;
}

/** Answers kept of each kind: a page of the directory has some 20 kB. */
const mostAnswers = 500;
/** Kinds of resource in a town, from which is told what is offered where. */
const mostOffers = 500;

/** @param options.remember false to ask the database every time (measuring) */
export function createMemberSearch(options: { remember: boolean } = { remember: true }): MemberSearch {
  const kept = <Kept>() => {
    const cache = new LiveCache<Kept>(mostAnswers);
    const get = (key: unknown, ask: () => Promise<Kept>) =>
      options.remember ? cache.get(JSON.stringify(key), ask) : ask();
    return { get, clear: () => cache.clear() };
  };
  const pages = kept<ResponseOf<typeof listed>>();
  const best = kept<Awaited<ReturnType<typeof bestMembers>>>();
  const newest = kept<Awaited<ReturnType<typeof newestResources>>>();
  const offered = kept<BroadOffer[]>();
  return {
    page: (db, query) =>
      query.cursor === undefined ? pages.get(query, () => listMembers(db, query)) : listMembers(db, query),
    async members(db, q, limit) {
      const rows = await best.get([q, limit], () =>
        ask(db, q, (tsquery) => bestMembers(db, tsquery, limit), anyMembers),
      );
      return { items: rows.map(presentCard), total: rows[0]?.total ?? 0 };
    },
    async resources(db, actor, q, limit) {
      const rows = await newest.get([q, limit], () =>
        ask(db, q, (tsquery) => newestResources(db, tsquery, limit), anyResources),
      );
      return {
        items: rows.map((row) => ({
          ...presentResource(row, actor),
          organisationNames: row.organisation_names,
        })),
        total: rows[0]?.total ?? 0,
      };
    },
    async offers(db, q, limit, language) {
      const tsquery = searchQuery(q);
      if (tsquery === null) return [];
      const offers = await offered.get([q, limit], async () =>
        broadly(await offersFound(db, tsquery, mostOffers), limit),
      );
      return offers.map((offer) => ({ ...offer, text: wordsOf(offer, language) }));
    },
    changed() {
      for (const answers of [pages, best, newest, offered]) answers.clear();
    },
  };
}

/** Every word must be there; only where nothing has them all are typing errors put right. */
async function ask<Row>(
  db: Db,
  q: string,
  find: (tsquery: string) => Promise<Row[]>,
  known: (db: Db, tsqueries: readonly string[]) => Promise<boolean[]>,
): Promise<Row[]> {
  const tsquery = searchQuery(q);
  if (tsquery === null) return [];
  const found = await find(tsquery);
  if (found.length > 0) return found;
  const right = await putRight(db, q, (tsqueries) => known(db, tsqueries));
  return right === null ? [] : find(right);
}

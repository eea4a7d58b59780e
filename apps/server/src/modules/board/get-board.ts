import type { SigningBoard } from '@jiechuan/contract';
import type { Db } from '../../platform/db/database.ts';
import { continentOf } from '../../platform/geography/index.ts';
import type { State } from '../../platform/live/live.ts';
import { headOf, latestEntries, ledgerTotals, type TierTotals } from '../deals/index.ts';
import { listHeadlines } from './headlines.ts';
import { sumsOf } from './sums.ts';
import { ledgerTags } from './tags/tags.ts';

type Sums = SigningBoard['tiers'];
const mostLatest = 10;

/** The totals of each value, those with the most contracted first. */
const by = <K>(rows: readonly TierTotals[], of: (row: TierTotals) => K): { key: K; sums: Sums }[] =>
  [...Map.groupBy(rows, of)]
    .map(([key, some]) => ({ key, sums: sumsOf(some) }))
    .toSorted((one, other) => other.sums.contract.cny - one.sums.contract.cny);

/**
 * What stands on the signing board: the ledger's totals by tier, continent, country, industry, tag and kind, with the end of
 * its chain; and headlines, which are in none of them. All of one moment: sums and end of the chain belong together.
 */
export const getBoard = (db: Db): Promise<SigningBoard> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(boardOf);

async function boardOf(db: Db): Promise<SigningBoard> {
  const rows = await ledgerTotals(db, ledgerTags);
  const latest = await latestEntries(db, mostLatest);
  const { seq, hash } = await headOf(db);
  const headlines = await listHeadlines(db);
  const currencies = [...Map.groupBy(rows, ({ tier, currency }) => `${tier} ${currency}`).values()].map(
    (some) => ({
      tier: some[0]!.tier,
      currency: some[0]!.currency,
      amount: some.reduce((sum, { amount }) => sum + amount, 0),
      deals: some.reduce((sum, { deals }) => sum + deals, 0),
    }),
  );
  return {
    tiers: sumsOf(rows),
    currencies,
    byContinent: by(rows, ({ market }) => continentOf(market)).flatMap(({ key, sums }) =>
      key === undefined ? [] : [{ key, sums }],
    ),
    byCountry: by(rows, ({ market }) => market),
    byIndustry: by(rows, ({ industry }) => industry),
    byBelt: by(rows, ({ circle }) => (circle ? 'yes' : 'no')),
    byField: by(rows, ({ field }) => (field ?? 'none') as SigningBoard['byField'][number]['key']),
    byKind: by(rows, ({ kind }) => kind as SigningBoard['byKind'][number]['key']),
    latest: latest.map(({ at, kind, ...entry }) => ({
      ...entry,
      kind: kind as SigningBoard['latest'][number]['kind'],
      at: at.toISOString(),
    })),
    headlines,
    head: { seq, hash },
  };
}

/** The one topic of the board, for who looks at it live. */
export const boardTopic = 'signing';

/** How the board is read when something has changed. */
export const readBoard = (db: Db) => async (): Promise<Map<string, State>> => {
  const board = await getBoard(db);
  const id = `${board.head.seq}-${board.headlines.map((one) => one.id.slice(-6)).join('')}`;
  return new Map([[boardTopic, { id, data: JSON.stringify(board) }]]);
};

import type { DemandInput } from '@jiechuan/contract';
import { v7 } from 'uuid';
import type { Db } from '../../platform/db/database.ts';
import type { Events } from '../../platform/events/events.ts';
import { addDays, today } from '../../platform/today.ts';
import { marketsIn } from '../markets/index.ts';
import type { DemoOrganisation } from '../members/index.ts';
import { columnsOf } from './demand.sql.ts';
import { askForMatching } from './jobs.ts';
import { matching } from './tables.ts';

type Wish = Pick<DemandInput, 'words' | 'hs6' | 'quantity' | 'unit' | 'rhythm' | 'storage' | 'targetPrice'>;

/** What restaurants and merchants of the demo want; prices on DAP. */
const wishes: readonly Wish[] = [
  {
    words: '郫县豆瓣',
    hs6: '210390',
    quantity: 500,
    unit: 'KGM',
    rhythm: 'monthly',
    storage: null,
    targetPrice: { amount: 900, currency: 'EUR' },
  },
  {
    words: 'Hotpot base',
    hs6: '210390',
    quantity: 1200,
    unit: 'H87',
    rhythm: 'monthly',
    storage: 'ambient',
    targetPrice: null,
  },
  {
    words: '花椒',
    hs6: '090961',
    quantity: 80,
    unit: 'KGM',
    rhythm: 'monthly',
    storage: null,
    targetPrice: { amount: 6500, currency: 'EUR' },
  },
  {
    words: 'Green tea',
    hs6: '090210',
    quantity: 300,
    unit: 'KGM',
    rhythm: 'quarterly',
    storage: null,
    targetPrice: null,
  },
  {
    words: 'лимон',
    hs6: '080550',
    quantity: 20,
    unit: 'TNE',
    rhythm: 'monthly',
    storage: 'cool',
    targetPrice: null,
  },
  {
    words: 'Silk lanterns',
    hs6: null,
    quantity: 200,
    unit: 'H87',
    rhythm: 'once',
    storage: null,
    targetPrice: null,
  },
  {
    words: '泡菜',
    hs6: '200599',
    quantity: 400,
    unit: 'KGM',
    rhythm: 'weekly',
    storage: null,
    targetPrice: null,
  },
  {
    words: 'Bamboo',
    hs6: null,
    quantity: 500,
    unit: 'H87',
    rhythm: 'quarterly',
    storage: null,
    targetPrice: null,
  },
];

/**
 * Puts in what demo merchants want, of the demo as they are, and has it matched once the transaction has committed.
 * Each wish stands in the market of its merchant where that is a market of ours.
 */
export async function insertDemoDemands(
  trx: Db,
  organisations: readonly DemoOrganisation[],
  events: Events,
): Promise<void> {
  const known = new Set(await marketsIn(trx, 'WORLD'));
  const merchants = organisations.filter(({ kind, country }) => kind === 'merchant' && known.has(country));
  const rows = wishes.slice(0, merchants.length).map((wish, place) => {
    const { id, country } = merchants[place]!;
    const input: DemandInput = {
      ...wish,
      market: country,
      incoterm: 'DAP',
      certificates: [],
      arrives: null,
      note: '示范需求 · demo demand',
      openUntil: addDays(today(), 365),
    };
    return { id: v7(), organisation_id: id, ...columnsOf(input) };
  });
  if (rows.length === 0) return;
  await matching(trx).insertInto('demand').values(rows).execute();
  await askForMatching(
    trx,
    events,
    rows.map(({ id }) => id),
  );
}

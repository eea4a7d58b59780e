import { chargeKinds, type Charge, type ChargeKind } from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { areasOf, findMarket } from './market.sql.ts';
import { markets, type ChargeRow } from './tables.ts';

/** Of these every market has something to say, so silence about them is not nothing. */
const alwaysAsked: readonly ChargeKind[] = ['duty', 'vat'];

const open = (day: string): string | null => (day === '-infinity' ? null : day);

const presentCharge = (row: ChargeRow): Charge => ({
  area: row.area,
  kind: row.kind,
  hs: row.hs,
  rate: row.rate,
  note: row.note,
  source: row.source,
  confidence: row.confidence,
  validFrom: open(row.valid_from),
  validTo: row.valid_to,
});

const unknownCharge = (area: string, kind: ChargeKind): Charge => ({
  area,
  kind,
  hs: '',
  rate: null,
  note: {},
  source: null,
  confidence: null,
  validFrom: null,
  validTo: null,
});

const chargesInForce = (trx: Db, areas: readonly string[], on: string): Promise<ChargeRow[]> =>
  markets(trx)
    .selectFrom('market_charge')
    .selectAll()
    .where('area', 'in', areas)
    .where(sql<boolean>`valid_from <= ${on}::date and coalesce(valid_to, 'infinity') >= ${on}::date`)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('hs')
    .orderBy('valid_from')
    .limit(500)
    .execute();

/** All charges known of a market on a day. @throws Problem markets.marketUnknown */
export async function chargesOf(trx: Db, input: { market: string; on: string }): Promise<Charge[]> {
  const market = await findMarket(trx, input.market);
  return (await chargesInForce(trx, areasOf(market), input.on)).map(presentCharge);
}

/**
 * What falls on goods of one heading: of each kind and name the charge of the longest HS prefix, the country's own
 * before its union's, the newest. Where nothing is known of the duty or the VAT there is a charge that says so
 * (`rate` null); it is never left out and never nothing.
 * @param input.hs6 null where the heading itself is not known: then only charges on all goods can be told
 * @throws Problem markets.marketUnknown
 */
export async function chargesFor(
  trx: Db,
  input: { market: string; hs6: string | null; on: string },
): Promise<Charge[]> {
  const market = await findMarket(trx, input.market);
  const areas = areasOf(market);
  const rows = (await chargesInForce(trx, areas, input.on)).filter(({ hs }) =>
    input.hs6 === null ? hs === '' : input.hs6.startsWith(hs),
  );
  const best = new Map<string, ChargeRow>();
  for (const row of rows) {
    const key = `${row.kind}/${row.name}`;
    const other = best.get(key);
    if (!other || rank(row, areas) > rank(other, areas)) best.set(key, row);
  }
  const found = [...best.values()];
  // Without a heading a rate on all goods may be the wrong one: there may be another for just these.
  const known = found.map((row) =>
    input.hs6 === null && alwaysAsked.includes(row.kind)
      ? { ...presentCharge(row), rate: null }
      : presentCharge(row),
  );
  const silent = alwaysAsked.filter((kind) => !found.some((row) => row.kind === kind));
  return [...known, ...silent.map((kind) => unknownCharge(market.code, kind))].toSorted(
    (a, b) => chargeKinds.indexOf(a.kind) - chargeKinds.indexOf(b.kind),
  );
}

/** Longer headings first, then nearer areas, then newer days: as one text that compares so. */
const rank = (row: ChargeRow, areas: readonly string[]): string =>
  [row.hs.length, 9 - areas.indexOf(row.area), open(row.valid_from) ?? '0000-00-00'].join('/');

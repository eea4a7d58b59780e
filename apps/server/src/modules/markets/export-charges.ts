import { stringify } from 'csv-stringify/sync';
import { Readable } from 'node:stream';
import type { Db } from '../../platform/db/database.ts';
import { chargeColumns } from './import-charges.ts';
import { markets, type ChargeRow } from './tables.ts';

/** Most charges of one file; far above what all markets together have. */
const mostCharges = 20_000;

const rateCells = ({ rate }: ChargeRow) => {
  if (rate === null) return { of: 'unknown' };
  return 'ppm' in rate
    ? { of: rate.of, ppm: rate.ppm }
    : { of: rate.of, amount: rate.amount, currency: rate.currency };
};

const cellsOf = (row: ChargeRow) => ({
  area: row.area,
  kind: row.kind,
  hs: row.hs,
  ...rateCells(row),
  source: row.source.title,
  confidence: row.confidence,
  name: row.name,
  valid_from: row.valid_from === '-infinity' ? '' : row.valid_from,
  valid_to: row.valid_to ?? '',
  note: row.note['zh-CN'] ?? '',
  citation: row.source.citation ?? '',
  url: row.source.url ?? '',
  source_date: row.source.date ?? '',
});

/** Every charge as CSV, in the shape that bringing them in reads. */
export async function exportCharges(trx: Db): Promise<Readable> {
  const rows = await markets(trx)
    .selectFrom('market_charge')
    .selectAll()
    .orderBy('area')
    .orderBy('kind')
    .orderBy('name')
    .orderBy('hs')
    .orderBy('valid_from')
    .limit(mostCharges)
    .execute();
  const columns = [...chargeColumns.needed, ...chargeColumns.optional];
  return Readable.from([
    stringify(rows.map(cellsOf), { bom: true, header: true, columns, record_delimiter: 'windows' }),
  ]);
}

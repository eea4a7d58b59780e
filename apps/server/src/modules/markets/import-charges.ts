import {
  calendarDate,
  chargeKinds,
  chargeRate,
  confidences,
  hsPrefix,
  marketSource,
  type ChargeRate,
  type ListTaken,
} from '@jiechuan/contract';
import { sql } from 'kysely';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { readList, readRows, type Row } from './list-csv.ts';
import { allAreas } from './market.sql.ts';
import { markets } from './tables.ts';

export const chargeColumns = {
  needed: ['area', 'kind', 'hs', 'of', 'ppm', 'amount', 'currency', 'source', 'confidence'],
  optional: ['name', 'valid_from', 'valid_to', 'note', 'citation', 'url', 'source_date'],
};

/** Undefined where the cells make no rate; null for `unknown`. */
function rateIn({ of = '', ppm = '', amount = '', currency = '' }: Row): ChargeRate | null | undefined {
  if (of === 'unknown') return ppm === '' && amount === '' ? null : undefined;
  const whole = (text: string) => (/^\d{1,10}$/.test(text) ? Number(text) : Number.NaN);
  const rate = ppm === '' ? { of, amount: whole(amount), currency } : { of, ppm: whole(ppm) };
  return chargeRate.safeParse(rate).data;
}

const source = ({ source: title = '', citation = '', url = '', source_date: date = '' }: Row) =>
  marketSource.safeParse({ title, citation: citation || null, url: url || null, date: date || null }).data;

type Wrong = (column: string, code: string, params?: Record<string, string | number>) => void;

function readCharge(row: Row, areas: ReadonlySet<string>, wrong: Wrong) {
  const {
    area = '',
    kind = '',
    hs = '',
    name = '',
    valid_from: from = '',
    valid_to: to = '',
    note = '',
  } = row;
  const rate = rateIn(row);
  const from_source = source(row);
  const confidence = confidences.find((one) => one === row['confidence']);
  const known = chargeKinds.find((one) => one === kind);
  if (!areas.has(area)) wrong('area', 'badArea');
  if (!known) wrong('kind', 'badChoice', { choices: chargeKinds.join(', ') });
  if (hs !== '' && !hsPrefix.safeParse(hs).success) wrong('hs', 'badHs');
  if (rate === undefined) wrong('of', 'badChargeRate');
  if (!from_source) wrong('source', 'badSource');
  if (!confidence) wrong('confidence', 'badChoice', { choices: confidences.join(', ') });
  for (const column of ['valid_from', 'valid_to'] as const)
    if (row[column] && !calendarDate.safeParse(row[column]).success) wrong(column, 'badDate');
  if (from !== '' && to !== '' && to < from) wrong('valid_to', 'badDate');
  return {
    area,
    kind: known ?? 'duty',
    name: name.slice(0, 60),
    hs,
    valid_from: from || '-infinity',
    valid_to: to || null,
    rate: rate ? JSON.stringify(rate) : null,
    note: JSON.stringify(note ? { 'zh-CN': note.slice(0, 600) } : {}),
    source: JSON.stringify(from_source ?? {}),
    confidence: confidence ?? 'low',
    shipped_hash: null,
  } as const;
}

/**
 * Brings charges in from CSV. One of the same area, kind, name, heading and first day is replaced; what was brought in
 * stays when a later edition of the software brings its own. All rows or none.
 * @throws Problem markets.listUnreadable
 */
export async function importCharges(
  trx: Db,
  actor: Actor,
  upload: { content: Readable; maxBytes: number },
): Promise<ListTaken> {
  const areas = new Set(await allAreas(trx));
  const charges = readRows(
    await readList(upload, chargeColumns),
    (row, wrong) => readCharge(row, areas, wrong),
    ({ area, kind, name, hs, valid_from: from }) => [area, kind, name, hs, from].join('/'),
  );
  let added = 0;
  let changed = 0;
  for (let at = 0; at < charges.length; at += 2000) {
    const written = await markets(trx)
      .insertInto('market_charge')
      .values(charges.slice(at, at + 2000))
      .onConflict((conflict) =>
        conflict
          .columns(['area', 'kind', 'name', 'hs', 'valid_from'])
          .doUpdateSet((set) => ({
            valid_to: set.ref('excluded.valid_to'),
            rate: set.ref('excluded.rate'),
            note: set.ref('excluded.note'),
            source: set.ref('excluded.source'),
            confidence: set.ref('excluded.confidence'),
            shipped_hash: null,
          }))
          .where(
            sql<boolean>`(market_charge.valid_to, market_charge.rate, market_charge.note, market_charge.source,
              market_charge.confidence, market_charge.shipped_hash)
              is distinct from (excluded.valid_to, excluded.rate, excluded.note, excluded.source, excluded.confidence, null)`,
          ),
      )
      .returning(sql<boolean>`xmax = 0`.as('added'))
      .execute();
    added += written.filter((row) => row.added).length;
    changed += written.filter((row) => !row.added).length;
  }
  const taken = { added, changed, unchanged: charges.length - added - changed };
  await recordAudit(trx, actor, {
    action: 'markets.importCharges',
    subjectKind: 'marketCharges',
    subjectId: [...new Set(charges.map(({ area }) => area))].slice(0, 20).join(','),
    before: null,
    after: taken,
  });
  return taken;
}

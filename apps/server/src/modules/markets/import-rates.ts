import { calendarDate, currencyCode, type ListTaken } from '@jiechuan/contract';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/actor.ts';
import { recordAudit } from '../../platform/audit/record.ts';
import type { Db } from '../../platform/db/database.ts';
import { dayOr } from './get-verdict.ts';
import { readList, readRows } from './list-csv.ts';
import { putRates } from './rates.ts';

const decimal = /^\d{1,12}(\.\d{1,12})?$/;

/**
 * Brings rates in from CSV: base, quote, date, rate, source and, where it is no published rate, approximate (yes).
 * A rate of a pair and day that is there already is replaced. All rows or none.
 * @throws Problem markets.listUnreadable
 */
export async function importRates(
  trx: Db,
  actor: Actor,
  upload: { content: Readable; maxBytes: number },
): Promise<ListTaken> {
  const columns = { needed: ['base', 'quote', 'date', 'rate', 'source'], optional: ['approximate'] };
  const today = dayOr(undefined);
  const rates = readRows(
    await readList(upload, columns),
    (row, wrong) => {
      const { base = '', quote = '', date = '', rate = '', source = '', approximate = '' } = row;
      if (!currencyCode.safeParse(base).success) wrong('base', 'badCurrency');
      if (!currencyCode.safeParse(quote).success) wrong('quote', 'badCurrency');
      if (base === quote) wrong('quote', 'sameCurrency');
      if (!calendarDate.safeParse(date).success) wrong('date', 'badDate');
      else if (date > today) wrong('date', 'dateAhead', { today });
      if (!decimal.test(rate) || Number(rate) === 0) wrong('rate', 'badRate');
      if (source === '' || source.length > 300) wrong('source', 'badSource');
      if (!['', 'yes', 'no'].includes(approximate.toLowerCase())) wrong('approximate', 'badYesNo');
      return { base, quote, date, rate, source, approximate: approximate.toLowerCase() === 'yes' };
    },
    ({ base, quote, date }) => `${base}/${quote}/${date}`,
  );
  const taken = await putRates(trx, rates);
  await recordAudit(trx, actor, {
    action: 'markets.importRates',
    subjectKind: 'exchangeRates',
    subjectId:
      rates
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? '',
    before: null,
    after: taken,
  });
  return taken;
}

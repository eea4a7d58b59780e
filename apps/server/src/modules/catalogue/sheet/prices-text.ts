import type { PriceBand } from '@jiechuan/contract';
import { currencyDigits, readScaled, writeScaled } from './numbers.ts';
import { currenciesOf, partAtIncoterm, type PriceTerms } from './price-terms.ts';
import { CellProblem, cut, joinList, splitList } from './text.ts';
import { readUnit } from './words.ts';

/** What stands beside a price: its terms where the cell doesn't tell them, and the unit of the row. */
export interface BesidePrice extends PriceTerms {
  /** UN/CEFACT unit code; null where the row doesn't say. */
  unit: string | null;
  /** Whether the currency is the row's own: then a cell that says another contradicts it. */
  ownCurrency: boolean;
}

// agreed 1000+ 9.90 CNY FOB Chongqing
const shape =
  /^(agreed\s+|面议\s*|договорная\s+)?(\d{1,9})\s*\+\s+(\d+(?:[.,]\d+)?)\s+([A-Z]{3})\s+([A-Z]{3})\s+(.+)$/su;
const begin = /^(agreed\s+|面议\s*|договорная\s+)?(?:(\d{1,9})\s*\+\s*)?/u;
// Sign or word, amount, sign or word, per what.
const money = /^([^\d\s.,/+-]*)\s*(\d[\d\s.,]*\d|\d)\s*([^\d\s,/+-]*)\s*(?:[/每]\s*(.+))?$/su;

/**
 * The price bands in one cell, `;` between them: quantity from which it holds, amount, currency, Incoterm and its place;
 * `agreed` before a price for members only. An ordinary price, `3.2元` or `USD 5.00 FOB Chongqing`, holds from one on.
 * @throws CellProblem catalogue.cellPrices, and what is missing or contradicts: catalogue.cellPriceCurrency,
 * catalogue.cellPriceAmbiguous, catalogue.cellPriceConflict, catalogue.cellPriceTerms, catalogue.cellPriceUnit
 */
export const readPrices = (cell: string, beside: BesidePrice): PriceBand[] =>
  splitList(cell, ';').map((text) => {
    const found = shape.exec(text);
    if (!found) return readOrdinary(text, beside);
    const [, agreed, from, amount, currency, incoterm, place] = found as unknown as string[];
    return {
      minQuantity: Number(from),
      amount: readScaled(amount!, currencyDigits(currency!)),
      currency: currency!,
      // Checked with the rest of the product.
      incoterm: incoterm as PriceBand['incoterm'],
      place: place!.trim(),
      byAgreement: Boolean(agreed),
    };
  });

function readOrdinary(text: string, beside: BesidePrice): PriceBand {
  const part = cut(text, 60);
  const refuse = (code: string, params: Record<string, string | number> = {}) =>
    new CellProblem(`catalogue.${code}`, { part, ...params });
  const whole = text.normalize('NFKC');
  const [opening, agreed, from] = begin.exec(whole) as unknown as [string, string?, string?];
  const { before, incoterm, place } = partAtIncoterm(whole.slice(opening.length));
  const found = money.exec(before.trim());
  if (!found) throw refuse('cellPrices');
  const [, left, figure, right, per] = found as unknown as [string, string, string, string, string?];
  if (per !== undefined && !sameUnit(per, beside.unit)) throw refuse('cellPriceUnit');
  const currency = currencyOf([left, right].filter(Boolean), beside, refuse);
  const term = incoterm ?? beside.incoterm;
  // A place belongs to its own term.
  const where = place ?? (incoterm === null || incoterm === beside.incoterm ? beside.place : null);
  if (term === null || where === null) throw refuse('cellPriceTerms');
  return {
    minQuantity: from === undefined ? 1 : Number(from),
    amount: readScaled(decimal(figure), currencyDigits(currency)),
    currency,
    incoterm: term,
    place: where,
    byAgreement: Boolean(agreed),
  };
}

function currencyOf(
  said: readonly string[],
  beside: BesidePrice,
  refuse: (code: string, params?: Record<string, string>) => CellProblem,
): string {
  if (said.length === 0) {
    if (beside.currency === null) throw refuse('cellPriceCurrency');
    return beside.currency;
  }
  const choices = said.map(currenciesOf);
  if (choices.some((codes) => codes.length === 0)) throw refuse('cellPrices');
  const both = choices[0]!.filter((code) => choices.every((codes) => codes.includes(code)));
  if (beside.currency !== null && both.includes(beside.currency)) return beside.currency;
  if (beside.ownCurrency) throw refuse('cellPriceConflict', { currency: beside.currency! });
  if (both.length === 1) return both[0]!;
  throw both.length === 0 ? refuse('cellPrices') : refuse('cellPriceAmbiguous', { among: both.join(', ') });
}

function sameUnit(word: string, unit: string | null): boolean {
  try {
    return readUnit(word) === unit;
  } catch (error) {
    if (error instanceof CellProblem) return false;
    throw error;
  }
}

/**
 * A figure with its groups of thousands put together: `1,234.50`, `1 234,50`, `1,234,567`. What could be either, `1,234`,
 * stays as it is, and has too many places for money.
 */
function decimal(figure: string): string {
  const bare = figure.replaceAll(/\s(?=\d{3}(\D|$))/g, '');
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(bare) || /^\d{1,3}(,\d{3}){2,}$/.test(bare))
    return bare.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.');
  return bare;
}

/** Undoes `readPrices`. */
export const writePrices = (bands: readonly PriceBand[]): string =>
  joinList(
    bands.map(
      ({ minQuantity, amount, currency, incoterm, place, byAgreement }) =>
        `${byAgreement ? 'agreed ' : ''}${minQuantity}+ ${writeScaled(amount, currencyDigits(currency))} ${currency} ${incoterm} ${place}`,
    ),
    ';',
  );

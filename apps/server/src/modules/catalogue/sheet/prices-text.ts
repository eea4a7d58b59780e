import type { PriceBand } from '@jiechuan/contract';
import { currencyDigits, readScaled, writeScaled } from './numbers.ts';
import { CellProblem, cut, joinList, splitList } from './text.ts';

// agreed 1000+ 9.90 CNY FOB Chongqing
const shape =
  /^(agreed\s+|面议\s*|договорная\s+)?(\d{1,9})\s*\+\s+(\d+(?:[.,]\d+)?)\s+([A-Z]{3})\s+([A-Z]{3})\s+(.+)$/su;

/**
 * The price bands in one cell, `;` between them: quantity from which it holds, amount, currency,
 * Incoterm and its place; `agreed` before a price for members only.
 * @throws CellProblem catalogue.cellPrices
 */
export const readPrices = (cell: string): PriceBand[] =>
  splitList(cell, ';').map((text) => {
    const found = shape.exec(text);
    if (!found) throw new CellProblem('catalogue.cellPrices', { part: cut(text, 60) });
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

/** Undoes `readPrices`. */
export const writePrices = (bands: readonly PriceBand[]): string =>
  joinList(
    bands.map(
      ({ minQuantity, amount, currency, incoterm, place, byAgreement }) =>
        `${byAgreement ? 'agreed ' : ''}${minQuantity}+ ${writeScaled(amount, currencyDigits(currency))} ${currency} ${incoterm} ${place}`,
    ),
    ';',
  );

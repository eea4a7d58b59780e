import { currencyDigits } from '../../catalogue/index.ts';

/** An amount of minor units as papers write it in every language: `CNY 1,234.50`. */
export function amountIn(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  return `${currency} ${new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(minor / 10 ** digits)}`;
}

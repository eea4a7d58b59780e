import { incoterms, isCurrency, type PriceBand } from '@jiechuan/contract';
import { CellProblem, cut } from './text.ts';

/** What a price is told in, as far as it is known: ISO 4217, Incoterm and its place; and per what (UN/CEFACT unit). */
export interface PriceTerms {
  currency: string | null;
  incoterm: PriceBand['incoterm'] | null;
  place: string | null;
}

/** Signs and words for currencies; where several could be meant, all of them. */
const words: Record<string, string> = {
  '¥': 'CNY JPY',
  元: 'CNY',
  圆: 'CNY',
  块: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  rmb: 'CNY',
  yuan: 'CNY',
  'cn¥': 'CNY',
  'rmb¥': 'CNY',
  юань: 'CNY',
  юаня: 'CNY',
  юаней: 'CNY',
  $: 'USD AUD CAD HKD NZD SGD TWD MXN',
  us$: 'USD',
  usd$: 'USD',
  美元: 'USD',
  美金: 'USD',
  dollar: 'USD AUD CAD HKD NZD SGD TWD',
  dollars: 'USD AUD CAD HKD NZD SGD TWD',
  долл: 'USD AUD CAD HKD NZD SGD TWD',
  доллар: 'USD AUD CAD HKD NZD SGD TWD',
  долларов: 'USD AUD CAD HKD NZD SGD TWD',
  hk$: 'HKD',
  港币: 'HKD',
  港元: 'HKD',
  a$: 'AUD',
  c$: 'CAD',
  s$: 'SGD',
  nt$: 'TWD',
  '€': 'EUR',
  欧元: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  евро: 'EUR',
  '£': 'GBP',
  英镑: 'GBP',
  '₽': 'RUB',
  卢布: 'RUB',
  руб: 'RUB',
  рубль: 'RUB',
  рублей: 'RUB',
  日元: 'JPY',
  円: 'JPY',
  ft: 'HUF',
  '฿': 'THB',
  泰铢: 'THB',
  '₩': 'KRW',
  韩元: 'KRW',
  '₹': 'INR',
};

/** The currencies that a sign, word or code may mean; none where it is no currency. */
export function currenciesOf(text: string): string[] {
  const word = text.normalize('NFKC').trim().toLowerCase().replace(/\.$/, '');
  const code = word.toUpperCase();
  return Object.hasOwn(words, word) ? words[word]!.split(' ') : isCurrency(code) ? [code] : [];
}

/** The cell of a currency column. @throws CellProblem catalogue.cellCurrency, catalogue.cellPriceAmbiguous */
export function readCurrency(cell: string): string {
  const found = currenciesOf(cell);
  if (found.length > 1)
    throw new CellProblem('catalogue.cellPriceAmbiguous', {
      part: cut(cell, 60),
      among: found.join(', '),
    });
  if (!found[0]) throw new CellProblem('catalogue.cellCurrency', { part: cut(cell, 60) });
  return found[0];
}

const term = new RegExp(`(?<![A-Z])(${incoterms.join('|')})(?![A-Z])`, 'i');

/** Parts a text at its Incoterm: what stands before it, the term, the place after it. */
export function partAtIncoterm(text: string): { before: string } & Pick<PriceTerms, 'incoterm' | 'place'> {
  const found = term.exec(text);
  if (!found) return { before: text, incoterm: null, place: null };
  const place = text.slice(found.index + found[0].length).replaceAll(/^[\s,:：(（-]+|[\s)）]+$/g, '');
  return {
    before: text.slice(0, found.index).trim(),
    incoterm: found[1]!.toUpperCase() as PriceBand['incoterm'],
    place: place || null,
  };
}

/** The cell of an Incoterm column: `FOB`, `FOB 重庆`. @throws CellProblem catalogue.cellNotOneOf */
export function readIncoterm(cell: string): Pick<PriceTerms, 'incoterm' | 'place'> {
  const { before, incoterm, place } = partAtIncoterm(cell);
  if (incoterm === null || before !== '')
    throw new CellProblem('catalogue.cellNotOneOf', { allowed: incoterms.join(', ') });
  return { incoterm, place };
}

/**
 * The terms that a heading of prices tells: `单价（元）`, `FOB Chongqing (USD)`. Null where a part of it is neither the
 * word for a price nor a term.
 * @param isPrice whether a text means a price
 */
export function termsOfHeading(heading: string, isPrice: (text: string) => boolean): PriceTerms | null {
  const parts = heading
    .normalize('NFKC')
    .split(/[\s,;:/()[\]【】]+/)
    .flatMap((part) => {
      // 单价RMB and FOB价 have no sign between.
      const found = /^(.*?)([A-Za-z]{3})?$/su.exec(part)!;
      const glued = /^([A-Za-z]{3})(\p{Script=Han}+)$/u.exec(part);
      if (glued) return [glued[1]!, glued[2]!];
      return found[2] && /\p{Script=Han}$/u.test(found[1]!) ? [found[1]!, found[2]] : [part];
    })
    .filter(Boolean);
  const terms: PriceTerms = { currency: null, incoterm: null, place: null };
  const rest: string[] = [];
  for (const part of parts) {
    const currencies = currenciesOf(part);
    if (terms.currency === null && currencies.length > 0) {
      // A sign that several countries use tells nothing.
      if (currencies.length === 1) terms.currency = currencies[0]!;
    } else if (terms.incoterm === null && new RegExp(`^(${incoterms.join('|')})$`, 'i').test(part))
      terms.incoterm = part.toUpperCase() as PriceBand['incoterm'];
    else rest.push(part);
  }
  return isPrice(rest.join('')) ? terms : null;
}

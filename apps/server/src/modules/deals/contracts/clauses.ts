import {
  amountOf,
  type ContractKind,
  type ContractLine,
  type ContractTerms,
  type InBoth,
} from '@jiechuan/contract';
import { message } from '../../../platform/i18n/messages.ts';
import { amountIn } from './money.ts';

/** One text, or the same in Chinese and the contract's other language. */
export type Cell = string | string[];
export interface Section {
  heading: string[];
  paragraphs: Cell[];
  table: { columns: Cell[]; widths: number[]; aligned: ('left' | 'right')[]; rows: Cell[][] } | null;
}

/** Says a word of the contracts' catalogue in Chinese and in the other language. */
export type Say = (name: string, params?: (language: string) => Record<string, string | number>) => string[];
export const sayIn =
  (other: string): Say =>
  (name, params = () => ({})) =>
    ['zh-CN', other].map((language) => message(language, `contracts.${name}`, params(language)));

const own = (text: InBoth): string[] => [text.zh, text.other];
const section = (heading: string[], paragraphs: Cell[], table: Section['table'] = null): Section => ({
  heading,
  paragraphs,
  table,
});

type Clause = (terms: ContractTerms, say: Say) => Section | null;

const orDefault =
  (name: 'packing' | 'quality' | 'inspection'): Clause =>
  (terms, say) =>
    section(say(`head.${name}`), [terms[name] ? own(terms[name]) : say(`clause.${name}`)]);
const fixed =
  (heading: string, ...clauses: string[]): Clause =>
  (_, say) =>
    section(
      say(`head.${heading}`),
      clauses.map((clause) => say(`clause.${clause}`)),
    );
const given =
  (name: 'sample' | 'payment' | 'special'): Clause =>
  (terms, say) =>
    terms[name] && section(say(`head.${name}`), [own(terms[name])]);

const goods: Clause = (terms, say) => {
  const table = terms.lines.length > 0 ? linesTable(terms, say) : null;
  const stated =
    terms.statedAmountMinor === null || table
      ? []
      : [say('clause.stated', () => ({ amount: amountIn(terms.statedAmountMinor!, terms.currency) }))];
  return table || stated.length > 0 ? section(say('head.goods'), stated, table) : null;
};

/** The lines of a contract and their sum as its table. */
export function linesTable(
  { lines, currency }: Pick<ContractTerms, 'lines' | 'currency'>,
  say: Say,
): Section['table'] {
  const row = (line: ContractLine, at: number): Cell[] => [
    String(at + 1),
    own(line.description),
    line.hs6 ?? '–',
    new Intl.NumberFormat('en').format(line.quantity),
    say(`unit.${line.unit}`),
    amountIn(line.unitPriceMinor, currency),
    amountIn(line.unitPriceMinor * line.quantity, currency),
  ];
  const total = amountIn(amountOf({ lines, statedAmountMinor: null }), currency);
  return {
    columns: ['line', 'description', 'hs6', 'quantity', 'unit', 'unitPrice', 'amount'].map((name) =>
      say(`column.${name}`),
    ),
    widths: [0.5, 3, 1.1, 1.2, 0.9, 1.9, 2.2],
    aligned: ['left', 'left', 'left', 'right', 'left', 'right', 'right'],
    rows: [...lines.map(row), ['', say('column.total'), '', '', '', '', total]],
  };
}

const price: Clause = (terms, say) => {
  const { incoterm, place, currency } = terms;
  return section(say('head.price'), [
    incoterm
      ? say('clause.price', () => ({ currency, term: incoterm, place: place ?? '' }))
      : say('clause.priceNoTerm', () => ({ currency })),
  ]);
};

const delivery: Clause = (terms, say) =>
  section(say('head.delivery'), [
    ...(terms.deliveryFrom && terms.deliveryUntil
      ? [say('clause.delivery', () => ({ from: terms.deliveryFrom!, until: terms.deliveryUntil! }))]
      : []),
    say('clause.late'),
  ]);

const scope =
  (heading: string): Clause =>
  (terms, say) =>
    terms.scope && section(say(`head.${heading}`), [own(terms.scope)]);

const appointment: Clause = (terms, say) =>
  section(say('head.appointment'), [
    say(terms.exclusive ? 'clause.appointment.exclusive' : 'clause.appointment.open'),
    ...(terms.scope ? [own(terms.scope)] : []),
    say('clause.agentDuties'),
  ]);

const commission: Clause = (terms, say) =>
  terms.commissionPpm === null
    ? null
    : section(say('head.commission'), [
        say('clause.commission', () => ({ percent: terms.commissionPpm! / 10_000 })),
      ]);

const term: Clause = (terms, say) =>
  section(say('head.term'), [
    terms.validUntil ? say('clause.term', () => ({ until: terms.validUntil! })) : say('clause.termOpen'),
  ]);

const law: Clause = (terms, say) => {
  const named = (language: string) =>
    terms.law === 'other'
      ? ((language === 'zh-CN' ? terms.otherLaw?.zh : terms.otherLaw?.other) ?? '')
      : message(language, `contracts.law.${terms.law}`);
  return section(say('head.law'), [say('clause.law', (language) => ({ law: named(language) }))]);
};

const dispute: Clause = (terms, say) =>
  section(say('head.dispute'), [
    terms.forum === 'courts'
      ? say('clause.courts')
      : say('clause.arbitration', (language) => ({
          forum: message(language, `contracts.forum.${terms.forum}`),
        })),
  ]);

const language: Clause = (terms, say) =>
  section(say('head.language'), [
    say(`clause.language.${terms.prevailing}`, (reading) => ({
      other: message(reading, `contracts.tongue.${terms.language}`),
    })),
  ]);

const closing: readonly Clause[] = [law, dispute, language];
const changed = fixed('amendments', 'amendments');
const signing = fixed('signing', 'signing');

const clausesOf: Record<ContractKind, readonly Clause[]> = {
  intent: [
    fixed('purpose', 'purpose.intent'),
    goods,
    scope('services'),
    price,
    fixed('nonBinding', 'nonBinding', 'confidence'),
    term,
    given('special'),
    ...closing,
    signing,
  ],
  framework: [
    fixed('purpose', 'purpose.framework'),
    fixed('orders', 'orders'),
    goods,
    price,
    given('payment'),
    orDefault('packing'),
    orDefault('quality'),
    given('sample'),
    orDefault('inspection'),
    term,
    given('special'),
    fixed('forceMajeure', 'forceMajeure'),
    ...closing,
    changed,
    signing,
  ],
  purchase: [
    goods,
    price,
    given('payment'),
    delivery,
    orDefault('packing'),
    orDefault('quality'),
    given('sample'),
    orDefault('inspection'),
    fixed('documents', 'documents'),
    given('special'),
    fixed('forceMajeure', 'forceMajeure'),
    ...closing,
    changed,
    signing,
  ],
  agency: [
    appointment,
    goods,
    commission,
    given('payment'),
    term,
    given('special'),
    fixed('forceMajeure', 'forceMajeure'),
    ...closing,
    changed,
    signing,
  ],
  service: [
    scope('services'),
    goods,
    price,
    given('payment'),
    delivery,
    term,
    given('special'),
    fixed('forceMajeure', 'forceMajeure'),
    ...closing,
    changed,
    signing,
  ],
};

/** What a contract of this kind says, in its order; what the terms leave out falls away. */
export const clauses = (kind: ContractKind, terms: ContractTerms, say: Say): Section[] =>
  clausesOf[kind].map((clause) => clause(terms, say)).filter((one) => one !== null);

/** Terms without which a contract of this kind can't be fixed. */
export function missingTerms(kind: ContractKind, terms: ContractTerms): string[] {
  const needed: Record<ContractKind, (keyof ContractTerms)[]> = {
    intent: [],
    framework: ['validUntil'],
    purchase: ['lines', 'incoterm', 'place', 'payment', 'deliveryFrom', 'deliveryUntil'],
    agency: ['scope', 'commissionPpm'],
    service: ['scope', 'payment'],
  };
  const isMissing = (name: keyof ContractTerms) => {
    const value = terms[name];
    return value === null || (Array.isArray(value) && value.length === 0);
  };
  const missing = needed[kind].filter(isMissing);
  if (terms.law === 'other' && terms.otherLaw === null) missing.push('otherLaw');
  if (kind === 'service' && terms.lines.length === 0 && terms.statedAmountMinor === null)
    missing.push('statedAmountMinor');
  return missing;
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  paperSpeaksOf,
  type InBoth,
  type PaperContent,
  type PaperDetail,
  type PaperKind,
  type PaperLine,
  type PaperTotals,
} from '@jiechuan/contract';
import { message } from '../../../platform/i18n/messages.ts';
import { paperFonts, typeset } from '../../../platform/print/typeset.ts';
import { bothNames, type DocumentParty } from '../contracts/document.ts';
import { amountIn } from '../contracts/money.ts';
import { amountOfLine } from './papers.ts';

const template = readFileSync(path.join(import.meta.dirname, 'paper.typ'), 'utf8');

export interface PaperInput {
  kind: PaperKind;
  number: string;
  /** Grows with each change. */
  edition: number;
  contract: string;
  language: 'en' | 'ru';
  currency: string;
  /** Code and place, as agreed. */
  incoterm: string | null;
  payment: InBoth | null;
  content: PaperContent;
  totals: PaperTotals;
  seller: DocumentParty;
  buyer: DocumentParty;
  draft: boolean;
  at: Date;
}

type Cell = string | string[];

/** Grams as kilograms, in every language: `1,234.5`. */
export const kilograms = (grams: number | null): string =>
  grams === null ? '' : new Intl.NumberFormat('en', { maximumFractionDigits: 3 }).format(grams / 1000);
const whole = new Intl.NumberFormat('en');

/** What a kind of paper has columns for, in order; the same in print and in sheets. */
export const columnsOf = (kind: PaperKind) => {
  const { prices, weights } = paperSpeaksOf[kind];
  return [
    'line',
    'description',
    'hs6',
    'quantity',
    'unit',
    ...(prices ? (['unitPrice', 'amount'] as const) : []),
    ...(weights ? (['packages', 'packageKind', 'net', 'gross'] as const) : []),
  ] as const;
};
export type PaperColumn = ReturnType<typeof columnsOf>[number];

const widths: Record<PaperColumn, number> = {
  line: 0.5,
  description: 3.2,
  hs6: 1.1,
  quantity: 1.2,
  unit: 0.9,
  unitPrice: 1.8,
  amount: 2,
  packages: 1.1,
  packageKind: 1.1,
  net: 1.4,
  gross: 1.4,
};
const toTheRight = new Set<PaperColumn>(['quantity', 'unitPrice', 'amount', 'packages', 'net', 'gross']);

/** A paper as PDF in Chinese and the contract's other language. The same input gives the same bytes. */
export function printPaper(input: PaperInput): Buffer {
  const { kind, number, language, content, totals, currency } = input;
  const tongues = ['zh-CN', language];
  const say = (name: string, params: Record<string, string | number> = {}): string[] =>
    tongues.map((tongue) => message(tongue, `papers.${name}`, params));
  const word = (name: string): string[] => tongues.map((tongue) => message(tongue, `contracts.${name}`));
  const { prices, weights, details: known } = paperSpeaksOf[kind];
  const columns = columnsOf(kind);
  const cells = (line: PaperLine): Record<PaperColumn, Cell> => ({
    line: String(line.line),
    description: [line.description.zh, line.description.other],
    hs6: line.hs6 ?? '–',
    quantity: whole.format(line.quantity),
    unit: word(`unit.${line.unit}`),
    unitPrice: line.unitPriceMinor === null ? '' : amountIn(line.unitPriceMinor, currency),
    amount: amountOfLine(line) === null ? '' : amountIn(amountOfLine(line)!, currency),
    packages: line.packages === null ? '' : whole.format(line.packages),
    packageKind: line.packageKind === null ? '' : say(`package.${line.packageKind}`),
    net: kilograms(line.netGrams),
    gross: kilograms(line.grossGrams),
  });
  const total: Partial<Record<PaperColumn, Cell>> = {
    description: word('column.total'),
    ...(prices && totals.amountMinor !== null && { amount: amountIn(totals.amountMinor, currency) }),
    ...(weights && {
      packages: totals.packages === null ? '' : whole.format(totals.packages),
      net: kilograms(totals.netGrams),
      gross: kilograms(totals.grossGrams),
    }),
  };
  const party = (role: string, of: DocumentParty) => ({
    role: word(`party.${role}`),
    names: bothNames(of.names, language),
    lines: [
      `${word('party.country').join(' ')}: ${countryIn(of.country, tongues).join(' ')}`,
      ...(of.register === null ? [] : [`${word('party.register').join(' ')}: ${of.register}`]),
    ],
  });
  const facts: { name: string[]; value: Cell }[] = [
    { name: say('contract'), value: input.contract },
    ...(prices && input.incoterm ? [{ name: say('incoterm'), value: input.incoterm }] : []),
    ...(prices && input.payment
      ? [{ name: word('head.payment'), value: [input.payment.zh, input.payment.other] }]
      : []),
    ...known.flatMap((name) => {
      const value = detailIn(content, name, tongues);
      return value === null ? [] : [{ name: say(`detail.${name}`), value }];
    }),
  ];
  const application = kind === 'originApplication' || kind === 'carnetApplication';
  return typeset(
    template,
    {
      title: `${say(`kind.${kind}`)[0]} ${number}`,
      author: '借船 Jiechuan',
      other: language,
      fonts: paperFonts,
      kicker: `借船 Jiechuan · ${say(`kind.${kind}`).join(' / ')} · ${number} · v${input.edition}`,
      draft: input.draft ? word('draftMark').join(' · ') : null,
      heading: say(`kind.${kind}`),
      number: `${word('number').join(' ')} ${number}`,
      warning: application ? say(`notAForm.${kind}`) : null,
      parties: [party('seller', input.seller), party('buyer', input.buyer)],
      facts,
      columns: columns.map((column) => ({
        heading: columnHeading(column, say, word),
        width: widths[column],
        right: toTheRight.has(column),
      })),
      rows: content.lines.map((line) => columns.map((column) => cells(line)[column])),
      total: columns.map((column) => total[column] ?? ''),
    },
    input.at,
  );
}

const columnHeading = (
  column: PaperColumn,
  say: (name: string) => string[],
  word: (name: string) => string[],
) =>
  column === 'packages' || column === 'packageKind' || column === 'net' || column === 'gross'
    ? say(`column.${column}`)
    : word(`column.${column}`);

const countryIn = (code: string, tongues: readonly string[]): string[] =>
  tongues.map((tongue) => new Intl.DisplayNames([tongue], { type: 'region' }).of(code) ?? code);

/** One detail in words; null where nothing is said. */
function detailIn({ details }: PaperContent, name: PaperDetail, tongues: readonly string[]): Cell | null {
  const say = (group: string, value: string) =>
    tongues.map((tongue) => message(tongue, `papers.${group}.${value}`));
  switch (name) {
    case 'destination':
      return details.destination && countryIn(details.destination, tongues);
    case 'visits':
      return details.visits.length === 0
        ? null
        : tongues.map((tongue) => details.visits.map((code) => countryIn(code, [tongue])[0]).join(' → '));
    case 'transport':
      return details.transport && say('transport', details.transport);
    case 'certificate':
      return details.certificate && say('certificate', details.certificate);
    case 'purpose':
      return details.purpose && say('purpose', details.purpose);
    default:
      return details[name];
  }
}
